export interface Product {
  id: string;
  name: string;
  description: string;
  price: number;
  stock: number;
  image_url: string | null;
}

export interface Booking {
  id: string;
  user_id: string;
  class_id: string;
  seats: number;
  status: 'pending' | 'confirmed' | 'cancelled';
}

export interface CartItem {
  product_id: string;
  quantity: number;
  price: number;
}
