import type { Deliveries, DeliveryRows, Undelivered } from '@musubi/backend/contract/deliveries';
import type { NoticeChoices, Notices, UnreadCount } from '@musubi/backend/contract/notices';
import { api } from '@/lib/api';

export const getNotices = (query: string) => api<Notices>(`/me/notices?${query}`);
export const getUnread = () => api<UnreadCount>('/me/notices/unread');
export const getNoticeChoices = () => api<NoticeChoices>('/me/notice-choices');
export const getDeliveries = () => api<Deliveries>('/deliveries');
export const getDeliveryRows = (query: string) => api<DeliveryRows>(`/deliveries/rows?${query}`);
export const getUndelivered = (query: string) => api<Undelivered>(`/undelivered?${query}`);
