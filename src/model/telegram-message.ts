// One message of a Telegram export as it is captured: an export of its chat with this message alone. The bytes of the message are
// those of the export; before and after them stands the chat, in the same spelling always. Follows Telegram Desktop's result.json.

export interface TelegramChat {
  readonly name: string | null;
  readonly type: string | null;
  readonly id: string | null;
}

/** What stands around the bytes of a message. */
export function aroundMessage({ name, type, id }: TelegramChat): {
  readonly before: string;
  readonly after: string;
} {
  const chat = `{"name":${JSON.stringify(name)},"type":${JSON.stringify(type)},"id":${JSON.stringify(id)}`;
  return { before: `${chat},"messages":[`, after: "]}\n" };
}
