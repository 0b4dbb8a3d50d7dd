package org.scholion.assist.language.internal.clarity;

/** Finds what a list has. */
final class PhraseCheck implements ClarityCheck {

    private final Saying saying;
    private final PhraseList list;

    PhraseCheck(Saying saying, PhraseList list) {
        this.saying = saying;
        this.list = list;
    }

    @Override
    public ClarityRule rule() {
        return saying.rule();
    }

    @Override
    public void look(Sentence sentence, Remarks remarks) {
        for (PhraseList.Match match : list.in(sentence)) {
            remarks.add(saying, match.range(), match.replacements());
        }
    }
}
