package org.somoim.chat;

import java.util.Optional;
import org.somoim.kernel.Fact;
import org.somoim.live.Hint;
import org.somoim.live.HintSource;

/** Plug. Whoever is connected to a conversation is told of every change in it. */
public final class ChatHints implements HintSource {
    @Override
    public Optional<Hint> hintOf(Fact fact) {
        return fact instanceof ChatFact changed
                ? Optional.of(new Hint.Changed(changed.conversationId(), changed.change()))
                : Optional.empty();
    }
}
