package org.somoim.examples;

import java.time.InstantSource;
import java.util.Set;
import org.somoim.Somoim;
import org.somoim.chat.Chat;
import org.somoim.chat.Conversation;
import org.somoim.chat.Message;
import org.somoim.groups.Group;
import org.somoim.http.Api;
import org.somoim.http.Live;
import org.somoim.http.jetty.JettyHost;
import org.somoim.http.tokens.JwtAccessTokens;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;

/** Two people talk in their group, and alone; others listen at sockets. */
final class Chatting {
    private Chatting() {}

    static Chat.Changes chat(Somoim somoim, Actor minji, Actor junho, Id<User> junhoId, Id<Group> group) {
        // tag::chat
        Id<Conversation> here = Conversation.idOf(group);
        Message asked = somoim.chat().send(minji, here, Prose.of("내일 몇 시예요?"));
        somoim.chat().send(junho, here, Prose.of("9시요."), asked.id());
        somoim.conversations().read(minji, here, 2);

        Id<Conversation> alone =
                somoim.conversations().with(minji, junhoId).conversation().id();
        somoim.chat().send(minji, alone, Prose.of("고마워요!"));

        Chat.Changes missed = somoim.chat().changes(junho, here, 0, 50);
        // end::chat
        return missed;
    }

    /** Whoever closes it closes what listens first. */
    static JettyHost host(Somoim somoim, JwtAccessTokens tokens, int port) {
        // tag::sockets
        var clock = InstantSource.system();
        Live live = Api.live(somoim, tokens, Set.of("https://app.example.org"), clock);
        var host = new JettyHost(Api.of(somoim, tokens, clock), live, "127.0.0.1", port);
        // end::sockets
        return host;
    }
}
