package org.scholion.assist.language.internal.consistency;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What looks like a mistake and is none: the reason why each rule is as careful as it is. */
class LegitimateUsesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TERM_HYPHENATION | A mean-field theory is used. A mean-field model is used. The mean field is strong. The mean field is weak. In mean field we trust.
            TERM_HYPHENATION | A real-time system works in real time. Another real-time system works in real time.
            TERM_HYPHENATION | We log in daily. The login is easy. The login is safe. The login is old. We log in again.
            TERM_HYPHENATION | It happens every day. An everyday problem. An everyday matter. An everyday thing.
            TERM_HYPHENATION | This well-known fact is well known. That well-known one is well known.
            TERM_HYPHENATION | The package \\texttt{data-set} holds the dataset. One dataset. Another dataset.
            TERM_CAPITALISATION | The Gaussian is wide. A Gaussian process. See gauss.org for more.
            TERM_CAPITALISATION | The WHO reports who is ill. The WHO knows who is not. WHO cares.
            SPELLING_VARIETY | The Center for Data met at the city centre. The city centre is old. The centre is full.
            SPELLING_VARIETY | We analyse the analyses. We analyse what was organized and optimized.
            SPELLING_VARIETY | The program of the programme is practised in practice.
            ABBREVIATION_BEFORE_DEFINITION | DNA is long. Deoxyribonucleic acid (DNA) is a molecule.
            ABBREVIATION_BEFORE_DEFINITION | \\begin{abstract}The MCMC is fast.\\end{abstract} We use Markov chain Monte Carlo (MCMC). The MCMC is fast.
            ABBREVIATION_REDEFINED | \\begin{abstract}Markov chain Monte Carlo (MCMC) is slow. MCMC is.\\end{abstract} We use Markov chain Monte Carlo (MCMC). The MCMC is fast.
            ABBREVIATION_AMBIGUOUS | General relativity (GR) holds. The general theory of relativity (GR) holds.
            ABBREVIATION_UNUSED | It was seen in İİİ by İSTANBUL and in the (İİ).
            ABBREVIATION_UNUSED | We thank the National Science Foundation (NSF) for its help.
            WORD_REPEATED | We know that that is true and had had enough.
            WORD_REPEATED | Sing Duran Duran and la la la.
            WORD_REPEATED | The value of $x$ and and-gates.
            REFERENCE_UNDEFINED | See \\ref{sec:a}. \\section{A}\\label{sec:a}
            CITATION_UNDEFINED | See \\cite{knuth84}.
            UNIT_SPACING | The rod is 10 mm long, a 3D model of 5m cells, in the 1990s, at 4K.
            DECIMAL_MARK | The values 1.5, 2.5 and 3.5 stand at the points (1,2) and (3,4), of 1,000 mm.
            NUMBER_RANGE_DASH | On 2020-01-05, in ISO 8601-2, from pages 5--10, by phone 555-1234-9.
            NUMBER_RANGE_DASH | The score was 3-1, and COVID-19 was over.
            SENTENCE_START_SYMBOL | We define the mass. It is $m$. See Fig. $3$ here.
            SENTENCE_START_NUMERAL | We saw it in 2010. The next was No. 5 of them.
            LATIN_ABBREVIATION | Smith et al.\\ did, e.g., i.e., and so on; the .eg domain.
            STRAIGHT_QUOTES | This is ``right'' and a 5" disk.
            NOTE_SPACING | This is right.\\footnote{A note.} And so on.
            REFERENCE_WORD_MIXED | In Fig.~\\ref{a}, Fig.~\\ref{b}, Fig.~\\ref{c} and Fig.~\\ref{d}. Figure~\\ref{e} begins (see Figure~\\ref{f}).
            FLOAT_UNREFERENCED | \\begin{figure}\\caption{No label.}\\end{figure} Text.
            """)
    void isNoFinding(Rule rule, String body) {
        assertEquals(List.of(), Latex.texts(body, rule), body);
    }

    @Test
    void aRepeatedWordIsSeenOverCommentsFloatsAndFiles() {
        assertEquals(1, Latex.findings("It was % why\n  was so.", Rule.WORD_REPEATED).size());
        String figure = "This is the\n\n\\begin{figure}\\caption{A figure.}\\end{figure}\n\nthe end of it.";
        assertEquals(List.of("the"), Latex.texts(figure, Rule.WORD_REPEATED));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TERM_HYPHENATION | A high-quality image. A high-quality image here. A high-quality image there. A high quality image elsewhere. | high quality
            TERM_HYPHENATION | One dataset. The dataset. A dataset. Some data-sets. | data-sets
            TERM_HYPHENATION | One dataset. The dataset. A dataset. The data set is here. | data set
            SPELLING_VARIETY | We normalise, optimise, minimise, organise and maximize. | maximize
            ABBREVIATION_BEFORE_DEFINITION | MCMC-free text. The MCMC is slow. Markov chain Monte Carlo (MCMC) is it. | MCMC
            WORD_REPEATED | The the end. | The the
            NUMBER_RANGE_DASH | Between 2.5-3.5 mm. | 2.5-3.5
            LATIN_ABBREVIATION | Smith et. al. did. | et. al.
            SENTENCE_START_NUMERAL | We lost it. 25\\% of them were lost. | 25\\%
            """)
    void isAFinding(Rule rule, String body, String text) {
        assertEquals(List.of(text), Latex.texts(body, rule).stream().map(found -> found.replaceAll("\\s+", " ")).toList());
    }
}
