package org.scholion.assist.citation.internal.rank;

/** What the ranking knows of a candidate at a place. The order is that of the model's inputs. */
public enum Feature {
    /** {@link org.scholion.library.search.Candidate.Signals}, as they are. */
    TEXT,
    TITLE,
    ABSTRACT,
    NEAR,
    PREVIOUS,
    PAPER,
    MEANING,
    KINSHIP,
    PAPER_MEANING,
    COVERAGE,
    /** The same as a share of the greatest among the candidates. */
    TEXT_SHARE,
    TITLE_SHARE,
    NEAR_SHARE,
    /** The cosine less the greatest among the candidates. */
    MEANING_GAP,
    /** Whether the first author's family name stands in the sentence; of the other authors how many. */
    FIRST_AUTHOR,
    OTHER_AUTHORS,
    /** Words between the first author's name and the place; 100 where it does not stand there. */
    AUTHOR_DISTANCE,
    /** How many candidates have a first author that the sentence names. */
    NAMED_CANDIDATES,
    /** Whether its year stands in the sentence. */
    YEAR,
    /** How often it was cited before, as a logarithm. */
    CITED,
    /** Citations since then; 1,000 where it was never cited. */
    CITED_DISTANCE,
    /** Entries between it and the nearest one that was cited lately, in the order of its source; 1,000 where unknown. */
    NEIGHBOUR,
    /** How many entries it stands behind the last one that was cited, negative before; 1,000 where unknown. */
    STEP,
    /** How many names, acronyms and words with capitals inside of the sentence stand in its title or key. */
    NAMES,
    /** How many words of its key stand in the sentence. */
    KEY_WORDS,
    /** Whether it has an abstract. */
    HAS_ABSTRACT,
    /** How many entries all sources together have, as far as the candidates tell, as a logarithm. */
    SIZE,
    /** The share of the cited works among the candidates. */
    CITED_SHARE
}
