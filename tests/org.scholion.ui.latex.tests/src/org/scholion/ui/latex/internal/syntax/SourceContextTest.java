package org.scholion.ui.latex.internal.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceContextTest {

    /** The place is marked by an exclamation mark. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            plain wo!rd; nothing
            \\se!; command se
            \\!; command
            a\\\\se!; nothing
            % \\se!; nothing
            50\\% \\se!; command se
            \\ref{fi!g}; argument ref 0 fi
            \\ref{!}; argument ref 0
            \\cite[see][12]{a, b!}; argument cite 0 b
            \\cite*{a,!}; argument cite 0
            \\begin{ite!; argument begin 0 ite
            \\frac{a}{b!}; argument frac 1 b
            \\includegraphics[width=2cm]{fi!; argument includegraphics 0 fi
            \\emph{a \\ref{b} c!}; argument emph 0 a \\ref{b} c
            \\cite{a}! b; nothing
            {\\bf a!}; nothing
            \\href{x}{\\ref{y!}; argument ref 0 y
            """)
    void whatIsTypedIsKnown(String marked, String expected) {
        int offset = marked.indexOf('!');
        assertEquals(expected, shown(SourceContext.before(marked.replace("!", ""), offset)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            see \\re!f{fig:a} x; command ref
            see !\\ref{fig:a} x; command ref
            see \\ref{fi!g:a-1} x; argument ref 0 fig:a-1
            see \\ref{!fig:a-1} x; argument ref 0 fig:a-1
            see \\ref{fig:a-1!} x; argument ref 0 fig:a-1
            \\cite{one, tw!o2, three}; argument cite 0 two2
            \\cite{one, two2!, three}; argument cite 0 two2
            \\input{parts/in!tro.tex}; argument input 0 parts/intro.tex
            wo!rd; nothing
            """)
    void whatStandsThereIsKnownInItsWholeLength(String marked, String expected) {
        int offset = marked.indexOf('!');
        assertEquals(expected, shown(SourceContext.around(marked.replace("!", ""), offset)));
    }

    private static String shown(SourceContext context) {
        return switch (context) {
            case SourceContext.Nothing nothing -> "nothing";
            case SourceContext.Command command -> ("command " + command.name()).strip();
            case SourceContext.Argument argument ->
                ("argument " + argument.command() + " " + argument.index() + " " + argument.item()).strip();
        };
    }
}
