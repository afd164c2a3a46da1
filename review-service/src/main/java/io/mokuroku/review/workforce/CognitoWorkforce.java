package io.mokuroku.review.workforce;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeliveryMediumType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TooManyRequestsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;

/**
 * Reviewers as members of two groups of a Cognito user pool whose people sign in with
 * their e-mail address. Tokens call somebody by their {@code sub}, which Cognito takes
 * for a user name as well. Who leads is in the group of leads alone.
 */
final class CognitoWorkforce implements Workforce {

	private final CognitoIdentityProviderClient cognito;

	private final String pool;

	private final Map<Role, String> groups;

	/**
	 * A workforce.
	 * @param pool the id of the user pool
	 * @param groups the group of each role
	 */
	CognitoWorkforce(CognitoIdentityProviderClient cognito, String pool, Map<Role, String> groups) {
		this.cognito = cognito;
		this.pool = pool;
		this.groups = new TreeMap<>(groups);
	}

	@Override
	public Optional<Reviewer> find(String id) {
		return answer(() -> {
			try {
				AdminGetUserResponse user = user(id);
				Optional<Role> role = role(user.username());
				return Optional.of(reviewer(user.username(), user.userAttributes(), role.orElse(Role.REVIEWER),
						Boolean.TRUE.equals(user.enabled()) && role.isPresent()));
			}
			catch (UserNotFoundException ex) {
				return Optional.empty();
			}
		});
	}

	@Override
	public List<Reviewer> all() {
		Map<String, Reviewer> found = new TreeMap<>();
		answer(() -> {
			this.groups.forEach((role, group) -> this.cognito
				.listUsersInGroupPaginator((list) -> list.userPoolId(this.pool).groupName(group))
				.users()
				.stream()
				.filter((user) -> Boolean.TRUE.equals(user.enabled()))
				.map((user) -> reviewer(user.username(), user.attributes(), role, true))
				.forEach((reviewer) -> found.put(reviewer.id(), reviewer)));
			return found;
		});
		return found.values().stream().sorted(Comparator.comparing(Reviewer::name)).toList();
	}

	@Override
	public Reviewer invite(String name, Role role) {
		return answer(() -> {
			String username = create(name);
			this.groups.forEach((each, group) -> {
				if (each == role) {
					this.cognito
						.adminAddUserToGroup((add) -> add.userPoolId(this.pool).username(username).groupName(group));
				}
				else {
					leave(username, group);
				}
			});
			return find(username).orElseThrow();
		});
	}

	private String create(String name) {
		try {
			UserType created = this.cognito
				.adminCreateUser((create) -> create.userPoolId(this.pool)
					.username(name)
					.userAttributes(attribute("email", name), attribute("email_verified", "true"))
					.desiredDeliveryMediums(DeliveryMediumType.EMAIL))
				.user();
			return created.username();
		}
		catch (UsernameExistsException ex) {
			this.cognito.adminEnableUser((enable) -> enable.userPoolId(this.pool).username(name));
			return this.cognito.adminGetUser((get) -> get.userPoolId(this.pool).username(name)).username();
		}
	}

	/**
	 * They are shut out first and leave their groups last, so that an attempt that fails
	 * half way leaves nobody in, and the next one sees by the groups that it must go on.
	 */
	@Override
	public boolean remove(String id) {
		return answer(() -> {
			try {
				String username = user(id).username();
				if (role(username).isEmpty()) {
					return false;
				}
				this.cognito.adminDisableUser((disable) -> disable.userPoolId(this.pool).username(username));
				this.cognito.adminUserGlobalSignOut((signOut) -> signOut.userPoolId(this.pool).username(username));
				this.groups.values().forEach((group) -> leave(username, group));
				return true;
			}
			catch (UserNotFoundException ex) {
				return false;
			}
		});
	}

	/** Nobody has a name that Cognito allows nobody. */
	private AdminGetUserResponse user(String id) {
		try {
			return this.cognito.adminGetUser((get) -> get.userPoolId(this.pool).username(id));
		}
		catch (InvalidParameterException ex) {
			throw UserNotFoundException.builder().message(ex.getMessage()).cause(ex).build();
		}
	}

	private void leave(String username, String group) {
		this.cognito
			.adminRemoveUserFromGroup((leave) -> leave.userPoolId(this.pool).username(username).groupName(group));
	}

	private Optional<Role> role(String username) {
		List<String> member = this.cognito
			.adminListGroupsForUserPaginator((list) -> list.userPoolId(this.pool).username(username))
			.groups()
			.stream()
			.map(GroupType::groupName)
			.toList();
		return this.groups.entrySet()
			.stream()
			.filter((group) -> member.contains(group.getValue()))
			.map(Map.Entry::getKey)
			.max(Comparator.naturalOrder());
	}

	private static Reviewer reviewer(String username, List<AttributeType> attributes, Role role, boolean active) {
		return new Reviewer(value(attributes, "sub", username), value(attributes, "email", username), role, active);
	}

	private static String value(List<AttributeType> attributes, String name, String otherwise) {
		return attributes.stream()
			.filter((attribute) -> attribute.name().equals(name))
			.map(AttributeType::value)
			.findFirst()
			.orElse(otherwise);
	}

	private static AttributeType attribute(String name, String value) {
		return AttributeType.builder().name(name).value(value).build();
	}

	private static <T> T answer(Supplier<T> call) {
		try {
			return call.get();
		}
		catch (SdkClientException | TooManyRequestsException ex) {
			throw new RetryableFailure("Cognito cannot be reached", ex);
		}
		catch (CognitoIdentityProviderException ex) {
			if (ex.isThrottlingException() || ex.statusCode() >= 500) {
				throw new RetryableFailure("Cognito is overloaded", ex);
			}
			throw new PermanentFailure("reviewer_refused", "Cognito refuses this: " + ex.getMessage(), ex);
		}
	}

}
