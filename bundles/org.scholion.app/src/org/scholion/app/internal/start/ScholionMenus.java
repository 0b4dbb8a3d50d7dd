package org.scholion.app.internal.start;

import java.util.Map;
import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.actions.ActionFactory.IWorkbenchAction;
import org.eclipse.ui.actions.ContributionItemFactory;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.scholion.app.internal.AppIds;
import org.scholion.app.internal.Messages;

/** The menus: what a writer needs and no more. What Scholion does with a paper is contributed by its other bundles. */
final class ScholionMenus extends ActionBarAdvisor {

    /** Not the usual id, under which the platform would add what a writer has no use for. */
    private static final String FILE_MENU = "org.scholion.app.file";

    ScholionMenus(IActionBarConfigurer configurer) {
        super(configurer);
    }

    @Override
    protected void fillMenuBar(IMenuManager bar) {
        IWorkbenchWindow window = getActionBarConfigurer().getWindowConfigurer().getWindow();
        bar.add(file(window));
        bar.add(edit(window));
        bar.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        bar.add(view(window));
        bar.add(help(window));
    }

    private MenuManager file(IWorkbenchWindow window) {
        MenuManager menu = new MenuManager(Messages.menu_file, FILE_MENU);
        menu.add(command(window, AppIds.OPEN_FILE));
        menu.add(command(window, AppIds.OPEN_FOLDER));
        MenuManager recent = new MenuManager(Messages.menu_recent);
        recent.add(ContributionItemFactory.REOPEN_EDITORS.create(window));
        menu.add(recent);
        menu.add(new Separator());
        menu.add(action(window, ActionFactory.CLOSE));
        menu.add(action(window, ActionFactory.CLOSE_ALL));
        menu.add(new Separator());
        menu.add(action(window, ActionFactory.SAVE));
        menu.add(action(window, ActionFactory.SAVE_AS));
        menu.add(action(window, ActionFactory.SAVE_ALL));
        menu.add(action(window, ActionFactory.REVERT));
        menu.add(new Separator());
        menu.add(action(window, ActionFactory.PRINT));
        menu.add(new Separator());
        menu.add(action(window, ActionFactory.QUIT));
        return menu;
    }

    private MenuManager edit(IWorkbenchWindow window) {
        MenuManager menu = new MenuManager(Messages.menu_edit, IWorkbenchActionConstants.M_EDIT);
        menu.add(new GroupMarker(IWorkbenchActionConstants.EDIT_START));
        menu.add(action(window, ActionFactory.UNDO));
        menu.add(action(window, ActionFactory.REDO));
        menu.add(new GroupMarker(IWorkbenchActionConstants.UNDO_EXT));
        menu.add(new Separator());
        menu.add(action(window, ActionFactory.CUT));
        menu.add(action(window, ActionFactory.COPY));
        menu.add(action(window, ActionFactory.PASTE));
        menu.add(new GroupMarker(IWorkbenchActionConstants.CUT_EXT));
        menu.add(new Separator());
        menu.add(action(window, ActionFactory.DELETE));
        menu.add(action(window, ActionFactory.SELECT_ALL));
        menu.add(new Separator());
        menu.add(action(window, ActionFactory.FIND));
        menu.add(new GroupMarker(IWorkbenchActionConstants.FIND_EXT));
        menu.add(new GroupMarker(IWorkbenchActionConstants.EDIT_END));
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        return menu;
    }

    private MenuManager view(IWorkbenchWindow window) {
        MenuManager menu = new MenuManager(Messages.menu_view, IWorkbenchActionConstants.M_WINDOW);
        menu.add(show(window, AppIds.PAPERS_VIEW, Messages.view_papers));
        menu.add(show(window, "org.eclipse.ui.views.ContentOutline", Messages.view_outline));
        menu.add(command(window, "org.scholion.ui.showFindings"));
        menu.add(show(window, "org.eclipse.ui.views.ProgressView", Messages.view_progress));
        menu.add(new Separator());
        menu.add(command(window, "org.eclipse.ui.edit.text.zoomIn"));
        menu.add(command(window, "org.eclipse.ui.edit.text.zoomOut"));
        menu.add(command(window, "org.eclipse.ui.edit.text.toggleWordWrap"));
        MenuManager theme = new MenuManager(Messages.menu_theme);
        for (Theme one : Theme.values()) {
            theme.add(theme(window, one));
        }
        menu.add(theme);
        menu.add(new Separator());
        menu.add(command(window, "org.eclipse.ui.window.maximizePart"));
        menu.add(action(window, ActionFactory.NEXT_PART));
        menu.add(action(window, ActionFactory.NEXT_EDITOR));
        menu.add(action(window, ActionFactory.RESET_PERSPECTIVE));
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        menu.add(action(window, ActionFactory.PREFERENCES));
        return menu;
    }

    private MenuManager help(IWorkbenchWindow window) {
        MenuManager menu = new MenuManager(Messages.menu_help, IWorkbenchActionConstants.M_HELP);
        menu.add(command(window, AppIds.SHOW_WELCOME));
        menu.add(command(window, AppIds.OPEN_SAMPLE));
        menu.add(new Separator());
        menu.add(command(window, "org.eclipse.ui.window.showKeyAssist"));
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        menu.add(action(window, ActionFactory.ABOUT));
        return menu;
    }

    private IWorkbenchAction action(IWorkbenchWindow window, ActionFactory factory) {
        IWorkbenchAction action = factory.create(window);
        register(action);
        return action;
    }

    private static IContributionItem command(IWorkbenchWindow window, String command) {
        return new CommandContributionItem(
                new CommandContributionItemParameter(window, command, command, CommandContributionItem.STYLE_PUSH));
    }

    private static IContributionItem show(IWorkbenchWindow window, String view, String label) {
        CommandContributionItemParameter item = new CommandContributionItemParameter(
                window, view, "org.eclipse.ui.views.showView", CommandContributionItem.STYLE_PUSH);
        item.parameters = Map.of("org.eclipse.ui.views.showView.viewId", view);
        item.label = label;
        return new CommandContributionItem(item);
    }

    private static IContributionItem theme(IWorkbenchWindow window, Theme theme) {
        CommandContributionItemParameter item = new CommandContributionItemParameter(
                window, AppIds.THEME + "." + theme.name(), AppIds.THEME, CommandContributionItem.STYLE_PUSH);
        item.parameters = Map.of(AppIds.THEME, theme.name());
        item.label = theme.label();
        return new CommandContributionItem(item);
    }
}
