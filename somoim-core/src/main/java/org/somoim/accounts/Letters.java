package org.somoim.accounts;

import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Secrets;
import org.somoim.mail.Email;
import org.somoim.mail.Letter;

/**
 * What is written to people about their accounts, in one language for all.
 *
 * @param community what it is called
 * @param site the address that a secret is put behind to make a link, such as {@code https://town.example/letter#}, or null
 *     to write the secret alone
 */
public record Letters(
        Line community, Language language, @Nullable Line site) {
    /** English, with the secret alone. */
    public static final Letters PRESET = new Letters(Line.of("Somoim"), Language.ENGLISH, null);

    /** In which letters can be written. */
    public enum Language {
        ENGLISH,
        KOREAN
    }

    Letter confirmAddress(Email to, Secrets.Secret secret) {
        return letter(
                to,
                "Confirm your address",
                "Somebody, most likely you, has given this address to " + community.value() + ".\n\n"
                        + "To confirm that it is yours, within " + hours(Ticket.Purpose.SIGN_UP) + " hours:\n\n"
                        + key(secret) + "\n\nIf it was not you, do nothing.",
                "주소 확인",
                "누군가 " + community.value() + "에 이 주소를 적었습니다. 아마 본인이실 것입니다.\n\n"
                        + "본인의 주소가 맞다면 " + hours(Ticket.Purpose.SIGN_UP) + "시간 안에 확인해 주세요.\n\n"
                        + key(secret) + "\n\n본인이 아니라면 그대로 두시면 됩니다.");
    }

    Letter haveAccount(Email to) {
        return letter(
                to,
                "You have an account already",
                "Somebody, most likely you, has tried to sign up at " + community.value() + " with this address.\n\n"
                        + "There already is an account with it. Log in, or ask for a new password.\n\n"
                        + "If it was not you, do nothing: whoever it was has not been told.",
                "이미 계정이 있습니다",
                "누군가 이 주소로 " + community.value() + "에 가입하려 했습니다. 아마 본인이실 것입니다.\n\n"
                        + "이 주소로 만든 계정이 이미 있습니다. 로그인하거나 새 비밀번호를 요청해 주세요.\n\n"
                        + "본인이 아니라면 그대로 두시면 됩니다. 상대에게는 아무것도 알리지 않았습니다.");
    }

    Letter newPassword(Email to, Secrets.Secret secret) {
        return letter(
                to,
                "Choose a new password",
                "Somebody, most likely you, has asked for a new password at " + community.value() + ".\n\n"
                        + "To choose one, within " + minutes(Ticket.Purpose.NEW_PASSWORD) + " minutes:\n\n"
                        + key(secret) + "\n\nIf it was not you, do nothing. Your password stays as it is.",
                "새 비밀번호 정하기",
                "누군가 " + community.value() + "에서 새 비밀번호를 요청했습니다. 아마 본인이실 것입니다.\n\n"
                        + minutes(Ticket.Purpose.NEW_PASSWORD) + "분 안에 새 비밀번호를 정할 수 있습니다.\n\n"
                        + key(secret) + "\n\n본인이 아니라면 그대로 두시면 됩니다. 비밀번호는 바뀌지 않습니다.");
    }

    Letter noAccount(Email to) {
        return letter(
                to,
                "There is no account with this address",
                "Somebody, most likely you, has asked for a new password at " + community.value() + ".\n\n"
                        + "There is no account with this address. Perhaps you signed up with another.",
                "이 주소로 만든 계정이 없습니다",
                "누군가 " + community.value() + "에서 새 비밀번호를 요청했습니다. 아마 본인이실 것입니다.\n\n"
                        + "이 주소로 만든 계정이 없습니다. 다른 주소로 가입하셨을 수 있습니다.");
    }

    Letter passwordChanged(Email to) {
        return letter(
                to,
                "Your password has changed",
                "The password of your account at " + community.value() + " has just been changed, and every device was"
                        + " signed out.\n\nIf it was not you, ask for a new password at once.",
                "비밀번호가 바뀌었습니다",
                community.value() + " 계정의 비밀번호가 방금 바뀌었고, 모든 기기에서 로그아웃되었습니다.\n\n" + "본인이 아니라면 바로 새 비밀번호를 요청해 주세요.");
    }

    Letter addressChanged(Email to) {
        return letter(
                to,
                "Your address has changed",
                "Your account at " + community.value()
                        + " has got another e-mail address. This one no longer leads to it.\n\n"
                        + "If it was not you, write to the people who run the community.",
                "이메일 주소가 바뀌었습니다",
                community.value() + " 계정의 이메일 주소가 바뀌었습니다. 이 주소로는 더 이상 로그인할 수 없습니다.\n\n" + "본인이 아니라면 운영자에게 알려 주세요.");
    }

    /** To whoever says without an account that something is wrong. Good for 24 hours. */
    public Letter confirmNotice(Email to, Secrets.Secret secret) {
        return letter(
                to,
                "Confirm your notice",
                "Somebody, most likely you, has told " + community.value()
                        + " that something there is wrong, and has given"
                        + " this address.\n\nTo confirm that it was you, within 24 hours:\n\n" + key(secret)
                        + "\n\nIf it was not you, do nothing.",
                "신고 확인",
                "누군가 " + community.value() + "에 문제가 있다고 알리면서 이 주소를 적었습니다. 아마 본인이실 것입니다.\n\n"
                        + "본인이 맞다면 24시간 안에 확인해 주세요.\n\n" + key(secret)
                        + "\n\n본인이 아니라면 그대로 두시면 됩니다.");
    }

    private Letter letter(Email to, String subject, String text, String koreanSubject, String koreanText) {
        boolean isKorean = language == Language.KOREAN;
        return new Letter(to, Line.of(isKorean ? koreanSubject : subject), Prose.of(isKorean ? koreanText : text));
    }

    private String key(Secrets.Secret secret) {
        return site == null ? secret.value() : site.value() + secret.value();
    }

    private static long hours(Ticket.Purpose purpose) {
        return purpose.lifetime().toHours();
    }

    private static long minutes(Ticket.Purpose purpose) {
        return purpose.lifetime().toMinutes();
    }
}
