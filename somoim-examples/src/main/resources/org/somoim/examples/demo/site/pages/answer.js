// Leads to a post of the forum where it stands now.

import { get } from '../api.js';
import topic from './topic.js';

export default async function answer(place) {
  const post = await get(`/forum/posts/${place.parts[0]}`);
  return topic({ ...place, parts: [post.topic_id], wanted: post.id });
}
