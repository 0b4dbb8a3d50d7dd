package org.scholion.ui.internal.editor;

import org.scholion.jobs.PlacedFinding;

/** The finding whose quick fixes a hover shows. */
record FindingLinks(PlacedFinding placed) {}
