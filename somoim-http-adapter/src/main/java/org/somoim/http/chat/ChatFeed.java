package org.somoim.http.chat;

import com.fasterxml.jackson.databind.JsonNode;
import org.somoim.chat.Chat;
import org.somoim.http.chat.Broadcast.ReadyFrame;
import org.somoim.http.live.Feed;
import org.somoim.http.wire.View;
import org.somoim.http.wire.WireReason;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;

/**
 * What is said and changed in one conversation, to one reader.
 *
 * @param spot from where on
 */
record ChatFeed(Chat chat, Actor reader, Broadcast spot) implements Feed {

    @Override
    public Id<?> channel() {
        return spot.conversation();
    }

    @Override
    public View greeting() {
        check();
        return new ReadyFrame("ready", spot.conversation().toString(), spot.known());
    }

    /** That one is writing, and nothing else: what is said is said by a call, which can be refused, limited and repeated. */
    @Override
    public void take(JsonNode said) {
        if (said.size() != 1 || !said.path("type").asText().equals("typing")) {
            throw WireReason.INVALID_BODY.refuse();
        }
        chat.typing(reader, spot.conversation());
    }

    @Override
    public void check() {
        chat.enter(reader, spot.conversation());
    }
}
