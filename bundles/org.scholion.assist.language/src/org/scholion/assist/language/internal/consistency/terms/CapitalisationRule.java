package org.scholion.assist.language.internal.consistency.terms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.assist.language.internal.consistency.BlockText;
import org.scholion.assist.language.internal.consistency.Counts;
import org.scholion.assist.language.internal.consistency.Findings;
import org.scholion.assist.language.internal.consistency.FunctionWords;
import org.scholion.assist.language.internal.consistency.Paper;
import org.scholion.assist.language.internal.consistency.PaperBlock;
import org.scholion.assist.language.internal.consistency.PaperRule;
import org.scholion.assist.language.internal.consistency.Rule;
import org.scholion.assist.language.internal.consistency.Word;

/** A name with other capital letters than elsewhere: "Github" beside "GitHub", "python" beside "Python". */
public final class CapitalisationRule implements PaperRule<CapitalisationRule.Facts> {

    /** A shorter one is more often a unit or symbol than a name. */
    private static final int MIN_LENGTH = 4;
    private static final int MAX_OF_ONE = 5;
    /** A word is a name of the paper when it has its capital letter that much more often than not. */
    private static final int NAME_SHARE = 5;

    /** Words that come from a name, and names of products: their small form is a slip whatever the author does elsewhere. */
    private static final Set<String> NAMES = FunctionWords.set("""
            bayes bayesian gaussian markov markovian fourier euclidean hamiltonian lagrangian poisson laplace laplacian hilbert hermitian jacobian
            hessian cartesian newtonian keplerian boltzmann maxwellian bernoulli dirichlet cauchy riemann riemannian minkowski lorentzian
            chebyshev legendre galerkin kalman wiener brownian hausdorff lipschitz banach abelian noether turing bonferroni pearson spearman
            wilcoxon kolmogorov shannon gibbs metropolis-hastings python internet java javascript typescript haskell fortran matlab linux
            unix github gitlab google facebook twitter wikipedia docker kubernetes jupyter numpy scipy pandas tensorflow pytorch keras
            julia cython cuda opencl ethereum bitcoin english french german spanish chinese european american african asian""");

    /** Whether a word keeps its capital letter everywhere. */
    public static boolean isName(String lower) {
        return NAMES.contains(lower);
    }

    /** A word with its place among others. */
    public record Use(Word word, boolean partOfName) {}

    /**
     * The words of a block.
     *
     * @param names words with a capital letter, and those that come from a name
     * @param small the others, which count when the paper writes them as a name elsewhere
     */
    public record Facts(List<Use> names, List<Use> small) {
        public Facts {
            names = List.copyOf(names);
            small = List.copyOf(small);
        }
    }

    private record Place(PaperBlock block, Use use) {}

    @Override
    public Set<Rule> rules() {
        return Set.of(Rule.TERM_CAPITALISATION);
    }

    @Override
    public Facts facts(BlockText text) {
        if (!text.kind().holdsSentences()) {
            return new Facts(List.of(), List.of());
        }
        List<Use> names = new ArrayList<>();
        List<Use> small = new ArrayList<>();
        List<Word> words = text.words();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            boolean counts = !word.first() && word.open() && word.lower().length() >= MIN_LENGTH && Compound.isPlain(word.lower())
                    && !isPartOfSomething(text, word);
            if (counts) {
                boolean inName = i > 0 && text.joinsNext(i - 1) && isCapital(words.get(i - 1)) || text.joinsNext(i) && isCapital(words.get(i + 1));
                boolean name = hasCapital(word) || NAMES.contains(word.lower());
                (name ? names : small).add(new Use(word, inName));
            }
        }
        return new Facts(names, small);
    }

    /** Part of an address, a path or a number. */
    private static boolean isPartOfSomething(BlockText text, Word word) {
        char before = text.at(word.start() - 1);
        char behind = text.at(word.end());
        boolean dotted = behind == '.' && Character.isLetterOrDigit(text.at(word.end() + 1));
        return "./@\\_#-".indexOf(before) >= 0 || "/@\\_=(:".indexOf(behind) >= 0 || dotted;
    }

    private static boolean isCapital(Word word) {
        return Character.isUpperCase(word.text().charAt(0));
    }

    private static boolean hasCapital(Word word) {
        for (int i = 0; i < word.lower().length(); i++) {
            if (Character.isUpperCase(word.text().charAt(i))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void judge(Paper paper, List<Facts> facts, Findings findings) {
        Map<String, List<Place>> byWord = new LinkedHashMap<>();
        for (int i = 0; i < facts.size(); i++) {
            for (Use use : facts.get(i).names()) {
                byWord.computeIfAbsent(use.word().lower(), lower -> new ArrayList<>()).add(new Place(paper.blocks().get(i), use));
            }
        }
        for (int i = 0; i < facts.size(); i++) {
            for (Use use : facts.get(i).small()) {
                @Nullable List<Place> places = byWord.get(use.word().lower());
                if (places != null) {
                    places.add(new Place(paper.blocks().get(i), use));
                }
            }
        }
        for (Map.Entry<String, List<Place>> entry : byWord.entrySet()) {
            if (entry.getValue().size() > 1) {
                judge(entry.getKey(), entry.getValue(), findings);
            }
        }
    }

    private static void judge(String lower, List<Place> places, Findings findings) {
        Counts<String> forms = new Counts<>();
        for (Place place : places) {
            forms.add(form(place));
        }
        if (forms.size() < 2) {
            return;
        }
        String best = forms.best();
        boolean camel = isCamel(best) && forms.of(best) > 1 && forms.of(best) > NAME_SHARE * forms.of(lower);
        int allowed = forms.of(best) / NAME_SHARE;
        int told = 0;
        for (Place place : places) {
            String form = form(place);
            boolean small = form.equals(lower) && NAMES.contains(lower) && Character.isUpperCase(best.charAt(0));
            // a name with other capital letters inside may be the right one, whatever the habit
            boolean variant = camel && !isCamel(form) && !isAllCapitals(form) && forms.of(form) < forms.of(best);
            boolean capitals = isAllCapitals(best) && isCamel(form) && !isAllCapitals(form) && forms.of(lower) == 0;
            boolean wrong = !form.equals(best) && (small && forms.of(form) <= Math.max(1, allowed) || variant || capitals);
            if (wrong && told < MAX_OF_ONE && !place.use().partOfName()) {
                Word word = place.use().word();
                String replacement = best + word.text().substring(word.lower().length());
                findings.add(
                        Rule.TERM_CAPITALISATION, place.block(), word.range(), List.of(replacement), word.text(), replacement, forms.of(best));
                told++;
            }
        }
    }

    private static String form(Place place) {
        Word word = place.use().word();
        return word.text().substring(0, word.lower().length());
    }

    /** With a capital letter inside, but not only capital letters. */
    private static boolean isCamel(String form) {
        return form.substring(1).chars().anyMatch(Character::isUpperCase) && form.chars().anyMatch(Character::isLowerCase);
    }

    private static boolean isAllCapitals(String form) {
        return form.chars().allMatch(Character::isUpperCase);
    }
}
