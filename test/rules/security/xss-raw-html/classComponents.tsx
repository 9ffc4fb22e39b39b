// file: src/components/Notice.tsx
// packages: react@18.3.0
import React, { Component } from 'react';

const fromLink = new URLSearchParams(window.location.search).get('text');

class Notice extends React.Component<{ html: string; title?: string; known: string; size: string }> {
  static defaultProps = { title: fromLink, size: 'large' };
  state = { draft: fromLink, open: 'no', later: '' };

  constructor(props) {
    super(props);
    this.state.copied = props.html;
  }

  keep(text: string) {
    this.setState({ later: text });
  }

  toggle() {
    const page = document.querySelector('.notice')!;
    this.setState((before, given) => {
      page.innerHTML = before.draft; // expect: xss-raw-html
      page.innerHTML = given.html; // expect: xss-raw-html
      page.innerHTML = before.open; // ok: xss-raw-html
      page.innerHTML = given.known; // ok: xss-raw-html
      return { open: 'yes' };
    });
  }

  render() {
    return (
      <div>
        <p dangerouslySetInnerHTML={{ __html: this.props.html }} /> {/* expect: xss-raw-html(warning medium) */}
        <p dangerouslySetInnerHTML={{ __html: this.props.title }} /> {/* expect: xss-raw-html */}
        <p dangerouslySetInnerHTML={{ __html: this.state.copied }} /> {/* expect: xss-raw-html */}
        <p dangerouslySetInnerHTML={{ __html: this.state.draft }} /> {/* expect: xss-raw-html */}
        <p dangerouslySetInnerHTML={{ __html: this.props.known }} /> {/* ok: xss-raw-html */}
        <p dangerouslySetInnerHTML={{ __html: this.props.size }} /> {/* ok: xss-raw-html */}
        <p dangerouslySetInnerHTML={{ __html: this.state.open }} /> {/* ok: xss-raw-html */}
        <p dangerouslySetInnerHTML={{ __html: this.state.later }} /> {/* ok: xss-raw-html */}
        <p dangerouslySetInnerHTML={{ __html: this.props.other }} /> {/* ok: xss-raw-html */}
      </div>
    );
  }
}

// Of the same name as a member, and given something else.
class Banner extends Component<{ html: string }> {
  render() {
    return <p dangerouslySetInnerHTML={{ __html: this.props.html }} />; // ok: xss-raw-html
  }
}

// Builds on nothing that elements are made of.
class Store {
  props = { html: '' };
  show() {
    document.body.innerHTML = this.props.html; // ok: xss-raw-html
  }
}

export const page = (
  <main>
    <Notice html={fromLink!} known="<b>Welcome</b>" />
    <Banner html="<b>Welcome</b>" />
  </main>
);
export const store = new Store();
