package io.mokuroku.review.template;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Artwork;
import io.mokuroku.catalogue.Details;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.Production;
import io.mokuroku.catalogue.ReviewState;
import io.mokuroku.catalogue.Revision;
import io.mokuroku.catalogue.Season;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.Standing;
import io.mokuroku.catalogue.Subjects;
import io.mokuroku.catalogue.Titles;

/**
 * The rules of families: they are not larger than {@link TemplateFamily#LARGEST}, have
 * every page, load scripts and style sheets from their own files alone, print what is not
 * theirs escaped, let a reviewer decide and a lead roll back. Every page is rendered once
 * about an entry with a hostile title.
 */
final class CheckFamily {

	private static final String HOSTILE = "<b id=\"hostile\">Hoshi & 'Tegami'</b>";

	/** What no file may contain, and how to say so. */
	private static final Map<Pattern, String> FORBIDDEN = forbidden();

	private static final Pattern TRUSTED = Pattern.compile("skip_autoescape");

	private static final Pattern TRUSTED_CONTENT = Pattern
		.compile("\\{\\{-?\\s*content\\s*\\|\\s*skip_autoescape\\s*-?}}");

	/** What a page must have, so that people can do what it is for. */
	private static final Map<String, List<String>> NEEDED = Map.of("task",
			List.of("name=\"decision\"", "name=\"version\"", "name=\"_csrf\""), "templates",
			List.of("action=\"/portal/lead/templates/roll-back\"", "name=\"_csrf\""));

	private final SamplePages samples;

	private final boolean forTaskUis;

	/**
	 * A check.
	 * @param forTaskUis whether families become pages of Amazon A2I as well
	 */
	CheckFamily(SamplePages samples, boolean forTaskUis) {
		this.samples = samples;
		this.forTaskUis = forTaskUis;
	}

	/** Every rule that is broken; none if the family can be shown. */
	List<Fault> check(TemplateFamily family) {
		List<Fault> faults = new ArrayList<>();
		if (family.size() > TemplateFamily.LARGEST) {
			faults.add(new Fault("*", "must not be larger than " + TemplateFamily.LARGEST + " bytes together"));
			return faults;
		}
		List<String> needed = new ArrayList<>(this.samples.pages());
		needed.add(LiquidPages.LAYOUT);
		needed.stream()
			.map((page) -> page + TemplateFamily.LIQUID)
			.filter((file) -> family.find(file).isEmpty())
			.forEach((file) -> faults.add(new Fault(file, "is missing")));
		family.files().forEach((file, source) -> checkSource(file, source, faults));
		if (faults.isEmpty()) {
			render(new LiquidPages(family), faults);
		}
		if (faults.isEmpty() && this.forTaskUis && TaskUiPage.of(family).length() > TaskUiPage.LONGEST) {
			faults.add(new Fault("task.liquid", "must not be longer than %d characters together with the style sheets"
				.formatted(TaskUiPage.LONGEST)));
		}
		return faults;
	}

	private static void checkSource(String file, String source, List<Fault> faults) {
		FORBIDDEN.forEach((pattern, rule) -> {
			if (pattern.matcher(source).find()) {
				faults.add(new Fault(file, rule));
			}
		});
		if (file.endsWith(TemplateFamily.LIQUID)) {
			boolean layout = file.equals(LiquidPages.LAYOUT + TemplateFamily.LIQUID);
			if (count(TRUSTED, source) != (layout ? count(TRUSTED_CONTENT, source) : 0)) {
				faults.add(new Fault(file, "may use skip_autoescape for the content inside the layout only"));
			}
			try {
				LiquidPages.parse(source);
			}
			catch (RuntimeException ex) {
				faults.add(new Fault(file, "cannot be read: " + ex.getMessage()));
			}
		}
	}

	private void render(LiquidPages pages, List<Fault> faults) {
		AnimeEntry sample = sample();
		for (String page : this.samples.pages()) {
			String file = page + TemplateFamily.LIQUID;
			try {
				String html = pages.render(page, this.samples.model(page, sample));
				if (html.contains(HOSTILE)) {
					faults.add(new Fault(file, "prints a title unescaped"));
				}
				List<String> missing = NEEDED.getOrDefault(page, List.of())
					.stream()
					.filter((needed) -> !html.contains(needed))
					.toList();
				if (!missing.isEmpty()) {
					faults.add(new Fault(file, "must have " + String.join(" and ", missing)));
				}
			}
			catch (RuntimeException ex) {
				faults.add(new Fault(file, "cannot be rendered: " + ex.getMessage()));
			}
		}
	}

	private static Map<Pattern, String> forbidden() {
		String ours = "(?!\\s*=\\s*\"\\{\\{ files }}/[a-z0-9.-]+\")";
		Map<Pattern, String> rules = new LinkedHashMap<>();
		rules.put(any("<script\\b(?![^>]*\\bsrc\\b)"), "must not contain scripts: put them into a file of their own");
		rules.put(any("<script\\b[^>]*\\bsrc\\b" + ours), "must load scripts from {{ files }} only");
		rules.put(any("<link\\b[^>]*\\bhref\\b" + "(?!\\s*=\\s*\"(\\{\\{ files }}/[a-z0-9.-]+|data:,)\")"),
				"must load style sheets from {{ files }} only");
		rules.put(any("<(iframe|object|embed|base|frame|meta\\s+http-equiv)\\b"), "must not embed other pages");
		rules.put(any("<[^>{]*\\son[a-z]+\\s*="), "must not contain scripts in attributes");
		rules.put(any("javascript:"), "must not contain addresses that are scripts");
		rules.put(any("@import|url\\(\\s*['\"]?(?!data:|['\"]?#)"), "must not load anything from elsewhere");
		return rules;
	}

	private static Pattern any(String regex) {
		return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
	}

	private static int count(Pattern pattern, String text) {
		int count = 0;
		Matcher matcher = pattern.matcher(text);
		while (matcher.find()) {
			count++;
		}
		return count;
	}

	private static AnimeEntry sample() {
		SourceLink link = SourceLink.ofKey("MYANIMELIST#1");
		return new AnimeEntry(AnimeId.mintedFrom(link), link.canonical(), Lifecycle.DRAFT, null, List.of(link),
				new Titles(HOSTILE, HOSTILE, "星の手紙", List.of(HOSTILE)), AnimeType.TV, 12, 1440,
				Airing.of(AiringStatus.FINISHED, Season.FALL, 2026), Subjects.ofTags(List.of("mystery")),
				new Production(List.of("studio"), List.of(), null), HOSTILE, null, false,
				new Artwork(URI.create("https://example.org/cover.jpg"), null, null), null, List.of(),
				ReviewState.PENDING, Map.of(), Revision.first(Instant.EPOCH, "sample", null), Standing.NONE,
				Details.NONE);
	}

}
