package org.somoim.detection;

import java.util.ArrayList;
import java.util.List;
import org.somoim.detection.Clue.Fragment;
import org.somoim.detection.Patterns.Finder;

/**
 * Knows how scams with money are worded, in English and Korean: a promise that no market makes is
 * {@link Category#MISINFORMATION}; a promise together with somewhere to write to, or a request for what opens a wallet, is a
 * {@link Category#SCAM}. Looks at hardened text, so that numbers are zeros here. Warnings of scams are worded like scams: what
 * it says is a reason to look, and its probability stays below what holds a text back.
 */
public final class FinanceScamRule implements TextDetector {
    private static final double PROMISE = 0.6;
    private static final double TRAP = 0.75;

    private static final List<String> PROMISES = List.of(
            "\\b(?:guaranteed?|assured|sure|fixed) (?:daily |weekly |monthly |high |huge )?(?:profits?|returns?|income|roi|earnings|gains?)\\b",
            "\\b(?:no|zero|without(?: any)?) risks?\\b.{0,40}\\b(?:profits?|returns?|invest(?:ing|ment)?s?|trad(?:e|ing))\\b",
            "\\brisk[- ]?free (?:profits?|returns?|invest(?:ing|ment)s?|trad(?:e|ing)|money)\\b",
            "\\b(?:can(?:not|'?t)|never|impossible to) lose (?:any |your )?money\\b",
            "\\b(?:double|triple|(?:0|io)+x) (?:your|ur) (?:money|bitcoins?|btc|eth|crypto|investments?|deposits?|savings)\\b",
            "\\b0+ ?% (?:profits?|returns?|roi|interest)? ?(?:daily|a day|per day|every day|weekly|a week|per week)\\b",
            "\\b0+ ?% (?:guaranteed|sure|assured)\\b",
            "\\bwill (?:definitely|surely|certainly|for sure) (?:(?:0|io)+x|moon|double|triple|explode)\\b",
            "원금 ?(?:을|이)? ?(?:100|0+)?%? ?보장",
            "수익(?:률|율)?(?:을|를|이)? ?(?:0+ ?%)? ?보장",
            "(?:무조건|확실히|반드시) ?(?:오른다|오릅니다|상승|수익|돈)",
            "(?:하루|일|매일|월) ?(?:에 ?)?0+(?:만 ?원| ?%) ?(?:수익|이상 ?수익|보장|벌)",
            "손실 ?(?:없|0+ ?%)",
            "(?:급등주|작전주|내부 ?정보) ?.{0,20}(?:무료|공개|추천|알려)");

    private static final List<String> PLACES = List.of(
            "\\b(?:whats ?app|telegram|t\\.me|signal|dm me|inbox me|message me|text me|contact me|send me a (?:dm|message)|line id)\\b",
            "(?:카톡|카카오톡|오픈 ?채팅|오픈 ?톡|텔레|텔레그램|라인) ?(?:아이디|방|으로|로|문의|주세요|상담|:)?",
            "리딩 ?방");

    private static final List<String> OFFERS = List.of(
            "\\b(?:forex|binary options?|crypto(?:currency)? (?:trading|investment)|bitcoin (?:trading|mining|investment)|account manager|expert trader|trading signals?)\\b",
            "\\b(?:earn|make|made|earned) .{0,20}(?:0+k?|thousands?) ?(?:usd|dollars?|daily|weekly|a week|a day|per day|per week)",
            "(?:코인|주식|선물|해외선물|재테크|부업|투자) ?(?:리딩|수익|정보|문의|상담|추천)",
            "고수익",
            "(?:무심사|당일|신용불량) ?.{0,6}대출");

    private static final List<String> TRAPS = List.of(
            "\\b(?:enter|send|share|give|submit|provide|confirm|verify|type|import|need|dm)\\b.{0,30}\\b(?:seed phrase|recovery phrase|private key|secret phrase|0+[- ]word phrase)\\b",
            "\\bsend (?:me |us )?0*\\.?0+ ?(?:btc|eth|bitcoins?|usdt|sol|xrp)\\b.{0,60}\\b(?:back|return|receive|get)\\b",
            "\\b(?:recover|retrieve|reclaim)\\b.{0,20}\\b(?:lost|stolen|scammed) (?:funds?|money|crypto|bitcoins?|assets?|wallet)\\b.{0,80}(?:contact|reach|whats ?app|telegram|@|mail)",
            "\\b(?:claim|get) (?:your|ur|free) .{0,20}\\b(?:airdrop|giveaway)\\b.{0,60}\\b(?:connect|wallet|link|http)",
            "(?:비밀번호|인증 ?번호|보안 ?카드|시드 ?문구|개인 ?키).{0,12}(?:보내|알려|입력|전송)",
            "(?:계좌|통장) ?.{0,6}(?:빌려|대여|양도|삽니다|매입)");

    private final List<Finder> promises;
    private final List<Finder> places;
    private final List<Finder> offers;
    private final List<Finder> traps;

    public FinanceScamRule(Patterns patterns) {
        promises = PROMISES.stream().map(patterns::of).toList();
        places = PLACES.stream().map(patterns::of).toList();
        offers = OFFERS.stream().map(patterns::of).toList();
        traps = TRAPS.stream().map(patterns::of).toList();
    }

    @Override
    public List<Signal> look(Writing writing) {
        String text = Hardening.of(writing.text().value());
        List<Clue> promised = found(promises, text);
        List<Clue> lured = found(places, text);
        List<Clue> offered = found(offers, text);
        List<Clue> trapped = new ArrayList<>(found(traps, text));
        if (!lured.isEmpty() && !(promised.isEmpty() && offered.isEmpty())) {
            trapped.addAll(lured);
            trapped.addAll(promised);
            trapped.addAll(offered);
        }
        var signals = new ArrayList<Signal>();
        if (!trapped.isEmpty()) {
            signals.add(new Signal(Category.SCAM, TRAP, trapped));
        }
        if (!promised.isEmpty()) {
            signals.add(new Signal(Category.MISINFORMATION, PROMISE, promised));
        }
        return signals;
    }

    private static List<Clue> found(List<Finder> finders, String text) {
        var clues = new ArrayList<Clue>();
        for (Finder finder : finders) {
            String found = finder.find(text);
            if (found != null) {
                clues.add(new Clue(Fragment.of(found), 1));
            }
        }
        return clues;
    }
}
