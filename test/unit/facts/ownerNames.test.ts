import * as assert from 'node:assert/strict';
import { actingColumn, columnKey, namesOwner, tableKey } from '../../../src/model/ownerNames';

describe('names of owners and tables', () => {
  it('has one name for all ways to write that of a table', () => {
    for (const written of ['Post', 'posts', 'public.posts', '"Posts"', 'PostModel', 'postRepository', 'postsTable', 'post'])
      assert.equal(tableKey(written), 'post', written);
    assert.equal(tableKey('user_stories'), tableKey('UserStory'));
    assert.equal(tableKey('addresses'), tableKey('Address'));
    assert.equal(tableKey('status'), tableKey('Status'));
    assert.notEqual(tableKey('posts'), tableKey('post_likes'));
  });

  it('has none for what stands for any table', () => {
    for (const written of ['Model', 'this.model', 'repository', 'table', 'db', '']) assert.equal(tableKey(written), undefined, written);
  });

  it('tells who a row belongs to from who once did something with it', () => {
    for (const column of ['userId', 'user_id', 'owner', 'authorId', 'createdBy', 'tenant_id', 'organizationId', 'uid'])
      assert.ok(namesOwner(column), column);
    for (const column of [
      'id',
      'assigneeId',
      'updatedBy',
      'recipientId',
      'reviewed_by',
      'title',
      'userName',
      'followingUserId',
      'categoryId',
    ])
      assert.ok(!namesOwner(column), column);
  });

  it('tells who acts from whom something is about', () => {
    for (const column of ['userId', 'authorId', 'created_by', 'tenantId']) assert.ok(actingColumn.test(column), column);
    for (const column of ['customerId', 'companyId', 'author', 'company', 'patientId']) assert.ok(!actingColumn.test(column), column);
  });

  it('has one name for a column and the relation behind it', () => {
    assert.equal(columnKey('author_id'), columnKey('author'));
    assert.equal(columnKey('authorId'), columnKey('author'));
    assert.notEqual(columnKey('userId'), columnKey('ownerId'));
    assert.equal(columnKey('id'), 'id');
  });
});
