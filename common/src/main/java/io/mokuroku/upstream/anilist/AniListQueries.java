package io.mokuroku.upstream.anilist;

import java.util.Map;

/**
 * What AniList is asked. Versions of status, source and relations are named, because
 * without them it answers with older lists of words.
 */
final class AniListQueries {

	private static final String MEDIA = """
			query($id:Int){Media(id:$id,type:ANIME){id idMal title{romaji english native} synonyms format \
			status(version:2) description(asHtml:false) startDate{year month day} endDate{year month day} season \
			seasonYear episodes duration countryOfOrigin isAdult source(version:3) trailer{id site thumbnail} \
			coverImage{extraLarge large medium} bannerImage genres averageScore meanScore popularity favourites \
			tags{name description category rank isGeneralSpoiler isMediaSpoiler isAdult} \
			relations{edges{relationType(version:2) node{id idMal type format title{romaji}}}} \
			studios{edges{isMain node{id name}}} externalLinks{site url type language} \
			streamingEpisodes{title thumbnail url site} rankings{rank type format year season allTime context} \
			stats{scoreDistribution{score amount} statusDistribution{status amount}} \
			nextAiringEpisode{airingAt episode} \
			airingSchedule(notYetAired:true,perPage:25){nodes{airingAt episode}}}}""";

	private static final String CHARACTERS = """
			query($id:Int,$page:Int){Media(id:$id,type:ANIME){id characters(page:$page,perPage:25,\
			sort:[ROLE,RELEVANCE,ID]){pageInfo{hasNextPage} edges{role node{id name{full native alternative \
			alternativeSpoiler} image{large} description gender dateOfBirth{year month day} age bloodType favourites} \
			voiceActors{id name{full native} languageV2 image{large}}}}}}""";

	private static final String STAFF = """
			query($id:Int,$page:Int){Media(id:$id,type:ANIME){id staff(page:$page,perPage:25){pageInfo{hasNextPage} \
			edges{role node{id name{full native alternative} image{large} description primaryOccupations gender \
			dateOfBirth{year month day} yearsActive homeTown bloodType favourites}}}}}""";

	private static final String SCHEDULES = """
			query($from:Int,$to:Int,$page:Int){Page(page:$page,perPage:50){pageInfo{hasNextPage} \
			airingSchedules(airingAt_greater:$from,airingAt_lesser:$to,sort:[TIME]){airingAt episode mediaId \
			media{id idMal title{romaji} status(version:2) episodes duration isAdult}}}}""";

	private AniListQueries() {
	}

	static Query media(String id) {
		return new Query(MEDIA, Map.of("id", Long.parseLong(id)));
	}

	static Query characters(String id, int page) {
		return new Query(CHARACTERS, Map.of("id", Long.parseLong(id), "page", page));
	}

	static Query staff(String id, int page) {
		return new Query(STAFF, Map.of("id", Long.parseLong(id), "page", page));
	}

	/** Both bounds are exclusive there. */
	static Query schedules(long firstSecond, long secondAfterLast, int page) {
		return new Query(SCHEDULES, Map.of("from", firstSecond - 1, "to", secondAfterLast, "page", page));
	}

	record Query(String query, Map<String, Object> variables) {
	}

}
