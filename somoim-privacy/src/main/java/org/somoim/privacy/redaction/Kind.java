package org.somoim.privacy.redaction;

/** What a {@link Mark} hides. */
public enum Kind {
    /** An e-mail address, also one written around: {@code hong at naver dot com}, {@code hong골뱅이naver점컴}. */
    EMAIL("이메일", "e-mail"),
    /** The address of a page, or a host name. */
    URL("링크", "link"),
    /** A name used on some service: {@code @hong}, {@code 카톡 hong12}. */
    HANDLE("계정", "handle"),
    /** An address of a machine, version 4 or 6. */
    IP("IP 주소", "IP address"),
    /** A Korean resident or foreigner number, told by its shape and date, whatever its check digit. */
    RESIDENT_NUMBER("주민번호", "resident number"),
    /** The registration number of a Korean business. */
    BUSINESS_NUMBER("사업자번호", "business number"),
    PASSPORT("여권번호", "passport number"),
    DRIVING_LICENCE("면허번호", "licence number"),
    /** A payment card, told by its check digit. */
    CARD("카드번호", "card number"),
    /** An international account number, told by its check digits. */
    IBAN("IBAN", "IBAN"),
    /** A bank account, and any other number of seven digits or more that nothing better was known for. */
    ACCOUNT("번호", "number"),
    PHONE("전화번호", "phone number"),
    /** An amount, shown as a range of the {@link Ladder}. */
    MONEY("금액", "amount"),
    /** An age, shown as a band of ten years. */
    AGE("나이", "age"),
    /** A day, shown as its year or its month; a birth, shown as its decade. */
    DATE("날짜", "date"),
    /** A town or a district, shown as the part of the country it lies in; a street, not shown at all. */
    PLACE("장소", "place"),
    /** A person, or somebody's employer, school, street or group. */
    NAME("이름", "name"),
    /** A word the host or the author does not want to be shown. */
    KEYWORD("숨긴 말", "hidden word"),
    /** Signs nobody sees, which can carry hidden text or turn the order of digits around. Replaced by nothing. */
    INVISIBLE("", ""),
    /** A rest of the text that could not be settled. Hidden whole: a text built to confuse is not shown in parts. */
    TANGLE("가린 글", "hidden text");

    private final String korean;
    private final String english;

    Kind(String korean, String english) {
        this.korean = korean;
        this.english = english;
    }

    /** The word for it, without brackets; empty for {@link #INVISIBLE}. */
    public String label(boolean inKorean) {
        return inKorean ? korean : english;
    }
}
