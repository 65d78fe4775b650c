package org.somoim.examples.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.Somoim;
import org.somoim.goals.GoalFilter;
import org.somoim.groups.Group;
import org.somoim.groups.GroupFilter;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.User;
import org.somoim.moderation.Case;
import org.somoim.moderation.Ground;
import org.somoim.moderation.Measure;
import org.somoim.moderation.Ruling;
import org.somoim.moderation.Subject;
import org.somoim.posts.Post;
import org.somoim.posts.ThreadEntry;

/** What people object to in one another, and what was decided about some of it. */
final class Disputes {
    private static final int OPEN_REPORTS = 25;

    /** What the member wrote, and what somebody could come to harm by. */
    private static final Line UNSAFE = Line.of("초보 기준 준비물 목록 정리했습니다");

    private final Somoim somoim;
    private final Dice dice;
    private final Crowd crowd;
    private final Resident member;
    private final Actor moderator;
    private final Actor admin;
    private final List<Subject> subjects = new ArrayList<>();
    private final List<Post> posts = new ArrayList<>();
    private final List<Post> own = new ArrayList<>();

    Disputes(Somoim somoim, Dice dice, Crowd crowd) {
        this.somoim = somoim;
        this.dice = dice;
        this.crowd = crowd;
        this.member = crowd.login(Login.MEMBER);
        this.moderator = crowd.login(Login.MODERATOR).actor();
        this.admin = crowd.login(Login.ADMIN).actor();
    }

    /** Open reports on every ground, in both languages; bans, one of which waits for a second; an appeal in each language. */
    void play() {
        look();
        decide();
        report();
        somoim.oversight().trust(admin, someone(Language.KO).id(), true);
    }

    private void look() {
        for (Group group : somoim.groups()
                .browse(admin, GroupFilter.ALL, Page.Ask.first(50))
                .items()) {
            try {
                somoim.posts().inGroup(admin, group.id(), Page.Ask.first(6)).items().stream()
                        .map(shown -> shown.post())
                        .forEach(post -> {
                            if (crowd.isOther(post.authorId())) {
                                posts.add(post);
                            } else if (post.authorId().equals(member.id())) {
                                own.add(post);
                            }
                        });
                subjects.add(Subject.of("group", group.id()));
            } catch (Refusal closed) {
                // For members only, as many are.
            }
        }
        for (Post post : posts) {
            subjects.add(Subject.of("post", post.id()));
            somoim.comments().under(admin, post.id(), Page.Ask.first(3)).items().stream()
                    .filter(ThreadEntry.Said.class::isInstance)
                    .map(entry -> ((ThreadEntry.Said) entry).comment())
                    .forEach(comment -> subjects.add(Subject.of("comment", comment.id())));
            subjects.add(new Subject(Subject.PERSON, post.authorId()));
        }
    }

    private Resident someone(Language language) {
        return dice.one(crowd.others(Set.of(language)));
    }

    /** Before the reports, so that what is open stays open. */
    private void decide() {
        List<Post> judged = dice.some(6, posts);
        take(judged.get(0), Measure.Kind.HIDE, null, "광고 금지", "다른 가게를 광고하는 글입니다.");
        Measure muted = take(
                judged.get(1),
                Measure.Kind.MUTE,
                Duration.ofDays(3),
                "Be kind",
                "Three comments in a row that insult somebody.");
        Measure slowed = take(judged.get(2), Measure.Kind.RATE_LIMIT, Duration.ofDays(7), "도배 금지", "같은 글을 여러 번 올렸습니다.");
        Measure ban =
                take(judged.get(3), Measure.Kind.BAN, null, "No scams", "Asked members for money in private messages.");
        somoim.cases().agree(admin, ban.id());
        take(judged.get(4), Measure.Kind.BAN, null, "사기 금지", "투자금을 보내 달라고 했습니다. 두 번째 확인을 기다립니다.");
        take(
                judged.get(5),
                Measure.Kind.LABEL,
                null,
                "Say where numbers come from",
                "Promises a return that nobody can promise.");
        labelOwn();
        object(muted, "I was quoting what somebody had said to me.");
        object(slowed, "한 번은 제가 지우고 다시 올린 것입니다. 다시 봐 주세요.");
    }

    /** So that whoever looks around as the member finds a statement of reasons, and can object to it. */
    private void labelOwn() {
        own.stream()
                .filter(post -> UNSAFE.equals(post.title()))
                .findFirst()
                .ifPresent(post -> take(
                        post,
                        Measure.Kind.LABEL,
                        null,
                        "안전에 관한 글에는 출처를",
                        "겨울 산에 꼭 필요한 **아이젠**이 빠져 있습니다. 목록만 믿고 가면 위험할 수 있어서 주의 표시를 붙였습니다."));
    }

    private Measure take(Post post, Measure.Kind kind, @Nullable Duration lasting, String rule, String facts) {
        Case open = somoim.cases().open(moderator, Subject.of("post", post.id()), Ground.OTHER);
        var ruling = new Ruling(kind, Ground.OTHER, Line.of(rule), Prose.of(facts), lasting, 0, false);
        return somoim.cases().decide(moderator, open.id(), open.version(), ruling);
    }

    private void object(Measure measure, String words) {
        Id<User> restricted = measure.personId();
        if (restricted != null) {
            somoim.appeals().object(Actor.person(restricted), measure.id(), Prose.of(words));
        }
    }

    private void report() {
        List<Subject> left = dice.shuffled(subjects);
        // After the member's own: what is told without a name can be reported like anything else.
        somoim.inspiration().list(admin, GoalFilter.ALL, Page.Ask.first(1)).items().stream()
                .map(shown -> Subject.of("goal", shown.share().id()))
                .forEach(goal -> left.add(1, goal));
        int made = 0;
        for (Subject subject : left) {
            if (made == OPEN_REPORTS) {
                return;
            }
            Language language = Language.values()[made % Language.values().length];
            Ground ground = Ground.values()[made % Ground.values().length];
            Resident someone = someone(language);
            try {
                Actor reporter = made == 0 ? member.actor() : someone.actor();
                somoim.reports().report(reporter, subject, ground, words(language, ground));
                made++;
            } catch (Refusal notForThem) {
                // Hidden from whoever it was, or their own; the next one.
            }
        }
    }

    private static Prose words(Language language, Ground ground) {
        boolean isKorean = language == Language.KO;
        return Prose.of(
                switch (ground) {
                    case SPAM -> isKorean ? "광고만 올리는 글이에요." : "This is nothing but advertising.";
                    case SCAM ->
                        isKorean ? "원금 보장이라며 송금을 유도합니다." : "Promises guaranteed returns and asks for a transfer.";
                    case HARASSMENT -> isKorean ? "한 사람을 계속 괴롭혀요." : "They keep going after the same person.";
                    case HATE -> isKorean ? "특정 집단을 비하하는 말입니다." : "This insults a whole group of people.";
                    case MISINFORMATION -> isKorean ? "세금에 대한 설명이 사실과 달라요." : "What it says about taxes is not true.";
                    case SELF_HARM -> isKorean ? "글쓴이가 걱정됩니다. 꼭 봐 주세요." : "I am worried about whoever wrote this.";
                    case PRIVACY_LEAK -> isKorean ? "다른 사람의 전화번호가 적혀 있어요." : "Somebody's phone number is in it.";
                    case ILLEGAL -> isKorean ? "불법 거래로 보입니다." : "This looks like an illegal trade.";
                    case OTHER -> isKorean ? "여기와 어울리지 않는 글 같아요." : "I do not think this belongs here.";
                });
    }
}
