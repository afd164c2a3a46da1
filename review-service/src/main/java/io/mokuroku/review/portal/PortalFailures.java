package io.mokuroku.review.portal;

import java.util.HashMap;
import java.util.Map;

import io.mokuroku.review.template.PageTemplates;
import io.mokuroku.web.FailurePages;
import org.jspecify.annotations.Nullable;

/**
 * Says in plain words why the portal could not do what somebody asked, also while the
 * database does not answer.
 */
final class PortalFailures implements FailurePages {

	private final PageTemplates templates;

	PortalFailures(PageTemplates templates) {
		this.templates = templates;
	}

	@Override
	public @Nullable String page(String path, int status, String id) {
		if (!path.equals("/portal") && !path.startsWith("/portal/") && !path.startsWith("/login/")
				&& !path.startsWith("/oauth2/")) {
			return null;
		}
		Map<String, Object> model = new HashMap<>(message(status));
		model.put("action", Map.of("href", "/portal", "text", "To the queue"));
		if (status >= 500) {
			model.put("incident", id);
		}
		return this.templates.renderOfBuild("message", model);
	}

	private static Map<String, Object> message(int status) {
		return switch (status) {
			case 404 -> message("Not found", "There is nothing at this address.");
			case 405 -> message("Not possible", "This address cannot be used that way. Nothing was changed.");
			case 413 -> message("Too long", "What you sent is larger than the portal accepts. Nothing was saved.");
			case 415 -> message("Not a form", "The portal reads forms only. Nothing was saved.");
			case 429 -> message("Too fast", "Please wait a moment and try again.");
			case 503 -> message("Please try again in a moment",
					"The reviews cannot be reached right now. Go back to keep what you typed, and send it again.");
			default -> (status >= 500)
					? message("Something went wrong", "This is a fault of the portal, not yours. Nothing was saved.")
					: message("Not understood", "The portal could not read this request. Nothing was changed.");
		};
	}

	private static Map<String, Object> message(String heading, String text) {
		return Map.of("heading", heading, "text", text);
	}

}
