package org.scholion.ui.latex.internal.editor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.ITextViewerLifecycle;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.reconciler.DirtyRegion;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.jface.text.reconciler.IReconcilingStrategyExtension;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.projection.IProjectionListener;
import org.eclipse.jface.text.source.projection.ProjectionAnnotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotationModel;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.scholion.ui.latex.internal.syntax.Folds;
import org.scholion.ui.latex.internal.syntax.Folds.Fold;

/** Keeps the folds of an editor: what the author has folded stays folded while the text around it changes. */
public final class LatexFolding
        implements IReconcilingStrategy, IReconcilingStrategyExtension, IProjectionListener, ITextViewerLifecycle {

    /** A fold of ours; those of others are left alone. */
    private static final class LatexFold extends ProjectionAnnotation {
        // told from others by its class
    }

    private @Nullable ProjectionViewer viewer;
    private @Nullable IDocument document;

    @Override
    public void install(ITextViewer textViewer) {
        if (textViewer instanceof ProjectionViewer projection) {
            viewer = projection;
            projection.addProjectionListener(this);
        }
    }

    @Override
    public void uninstall() {
        ProjectionViewer installed = viewer;
        if (installed != null) {
            installed.removeProjectionListener(this);
            viewer = null;
        }
        document = null;
    }

    @Override
    public void setDocument(@Nullable IDocument newDocument) {
        document = newDocument;
    }

    @Override
    public void projectionEnabled() {
        update();
    }

    @Override
    public void projectionDisabled() {
        // the annotation model is gone with the folds
    }

    @Override
    public void setProgressMonitor(@Nullable IProgressMonitor monitor) {
        // fast enough to need none
    }

    @Override
    public void initialReconcile() {
        update();
    }

    @Override
    public void reconcile(DirtyRegion dirtyRegion, IRegion subRegion) {
        update();
    }

    @Override
    public void reconcile(IRegion partition) {
        update();
    }

    private void update() {
        IDocument current = document;
        ProjectionViewer shown = viewer;
        ProjectionAnnotationModel model = shown == null ? null : shown.getProjectionAnnotationModel();
        if (current == null || model == null) {
            return;
        }
        Set<Position> wanted = positions(current);
        Set<Position> known = new HashSet<>();
        Set<Annotation> gone = new HashSet<>();
        for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext(); ) {
            Annotation annotation = all.next();
            Position position = model.getPosition(annotation);
            if (annotation instanceof LatexFold && position != null) {
                Position plain = new Position(position.getOffset(), position.getLength());
                if (!wanted.contains(plain) || !known.add(plain)) {
                    gone.add(annotation);
                }
            }
        }
        Map<Annotation, Position> fresh = new HashMap<>();
        for (Position position : wanted) {
            if (!known.contains(position)) {
                fresh.put(new LatexFold(), position);
            }
        }
        if (!gone.isEmpty() || !fresh.isEmpty()) {
            model.modifyAnnotations(gone.toArray(Annotation[]::new), fresh, new Annotation[0]);
        }
    }

    private static Set<Position> positions(IDocument document) {
        Set<Position> positions = new HashSet<>();
        for (Fold fold : Folds.of(document.get())) {
            try {
                int start = document.getLineOffset(fold.firstLine() - 1);
                int last = fold.lastLine() - 1;
                positions.add(new Position(start, document.getLineOffset(last) + document.getLineLength(last) - start));
            } catch (BadLocationException changedMeanwhile) {
                // the reconciler runs again after the change that made the line go away
                return positions;
            }
        }
        return positions;
    }
}
