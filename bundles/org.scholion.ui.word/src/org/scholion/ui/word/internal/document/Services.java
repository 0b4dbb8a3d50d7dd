package org.scholion.ui.word.internal.document;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.core.runtime.ServiceCaller;
import org.eclipse.ui.IEditorInput;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.scholion.manuscript.ManuscriptWriter;
import org.scholion.manuscript.rendition.RenditionReader;
import org.scholion.ui.EditorPapers;

/** What other bundles do for the editor, when they are there. */
public final class Services {

    private static final ServiceCaller<EditorPapers> EDITORS = new ServiceCaller<>(Services.class, EditorPapers.class);

    private Services() {}

    /** The file of an editor's input. */
    public static Optional<Path> file(IEditorInput input) {
        return EDITORS.current().flatMap(papers -> papers.file(input));
    }

    /** The reader of files of that name. */
    public static Optional<RenditionReader> reader(Path file) {
        return find(RenditionReader.class, reader -> reader.reads(file));
    }

    /** The writer of manuscripts of that format. */
    public static Optional<ManuscriptWriter> writer(String format) {
        return find(ManuscriptWriter.class, writer -> writer.writes(format));
    }

    private static <T> Optional<T> find(Class<T> type, Predicate<T> wanted) {
        BundleContext context = FrameworkUtil.getBundle(Services.class).getBundleContext();
        try {
            for (ServiceReference<T> reference : context.getServiceReferences(type, null)) {
                T service = context.getService(reference);
                if (service != null && wanted.test(service)) {
                    return Optional.of(service);
                }
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
        return Optional.empty();
    }
}
