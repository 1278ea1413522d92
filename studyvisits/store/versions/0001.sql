CREATE TABLE file_identity (
	id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	CONSTRAINT pk_file_identity PRIMARY KEY (id), 
	CONSTRAINT uq_file_identity_uid UNIQUE (uid)
);
CREATE TABLE organisations (
	name TEXT NOT NULL, 
	short_name TEXT, 
	sector TEXT, 
	address TEXT, 
	town TEXT, 
	country TEXT, 
	phone TEXT, 
	email TEXT, 
	web_page TEXT, 
	id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	CONSTRAINT pk_organisations PRIMARY KEY (id), 
	CONSTRAINT uq_organisations_uid UNIQUE (uid)
);
CREATE TABLE persons (
	family_name TEXT NOT NULL, 
	given_name TEXT, 
	title_before TEXT, 
	title_after TEXT, 
	other_name TEXT, 
	email TEXT, 
	phone TEXT, 
	nationality TEXT, 
	gender TEXT, 
	birth_date DATE, 
	languages TEXT, 
	paper_language TEXT, 
	note TEXT, 
	id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	CONSTRAINT pk_persons PRIMARY KEY (id), 
	CONSTRAINT uq_persons_uid UNIQUE (uid)
);
CREATE INDEX ix_persons_email ON persons (email);
CREATE TABLE projects (
	title TEXT NOT NULL, 
	acronym TEXT, 
	aim TEXT, 
	language TEXT, 
	first_day DATE, 
	last_day DATE, 
	web_pages TEXT, 
	notes TEXT, 
	id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	CONSTRAINT pk_projects PRIMARY KEY (id), 
	CONSTRAINT uq_projects_uid UNIQUE (uid)
);
CREATE TABLE funding_profiles (
	project_id INTEGER NOT NULL, 
	programme TEXT, 
	granting_authority TEXT, 
	grant_number TEXT, 
	amount VARCHAR, 
	currency TEXT, 
	rate VARCHAR, 
	kind TEXT, 
	id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	CONSTRAINT pk_funding_profiles PRIMARY KEY (id), 
	CONSTRAINT uq_funding_profiles_project_id UNIQUE (project_id), 
	CONSTRAINT fk_funding_profiles_project_id FOREIGN KEY(project_id) REFERENCES projects (id) ON DELETE CASCADE, 
	CONSTRAINT uq_funding_profiles_uid UNIQUE (uid)
);
CREATE TABLE import_mappings (
	project_id INTEGER NOT NULL, 
	headings TEXT NOT NULL, 
	columns TEXT NOT NULL, 
	"values" TEXT NOT NULL, 
	id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	CONSTRAINT pk_import_mappings PRIMARY KEY (id), 
	CONSTRAINT uq_import_mappings_project_id_headings UNIQUE (project_id, headings), 
	CONSTRAINT fk_import_mappings_project_id FOREIGN KEY(project_id) REFERENCES projects (id) ON DELETE CASCADE, 
	CONSTRAINT uq_import_mappings_uid UNIQUE (uid)
);
CREATE INDEX ix_import_mappings_project_id ON import_mappings (project_id);
CREATE TABLE needs (
	person_id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	text TEXT NOT NULL, 
	id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	CONSTRAINT pk_needs PRIMARY KEY (id), 
	CONSTRAINT fk_needs_person_id FOREIGN KEY(person_id) REFERENCES persons (id) ON DELETE CASCADE, 
	CONSTRAINT uq_needs_uid UNIQUE (uid)
);
CREATE INDEX ix_needs_person_id ON needs (person_id);
CREATE TABLE partners (
	project_id INTEGER NOT NULL, 
	organisation_id INTEGER NOT NULL, 
	number TEXT, 
	role TEXT, 
	country TEXT, 
	town TEXT, 
	sends BOOLEAN NOT NULL, 
	hosts BOOLEAN NOT NULL, 
	"order" INTEGER NOT NULL, 
	id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	CONSTRAINT pk_partners PRIMARY KEY (id), 
	CONSTRAINT fk_partners_project_id FOREIGN KEY(project_id) REFERENCES projects (id) ON DELETE CASCADE, 
	CONSTRAINT fk_partners_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisations (id) ON DELETE CASCADE, 
	CONSTRAINT uq_partners_uid UNIQUE (uid)
);
CREATE INDEX ix_partners_organisation_id ON partners (organisation_id);
CREATE INDEX ix_partners_project_id ON partners (project_id);
CREATE TABLE professions (
	project_id INTEGER NOT NULL, 
	one TEXT NOT NULL, 
	many TEXT, 
	sign TEXT, 
	"order" INTEGER NOT NULL, 
	id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	CONSTRAINT pk_professions PRIMARY KEY (id), 
	CONSTRAINT fk_professions_project_id FOREIGN KEY(project_id) REFERENCES projects (id) ON DELETE CASCADE, 
	CONSTRAINT uq_professions_uid UNIQUE (uid)
);
CREATE INDEX ix_professions_project_id ON professions (project_id);
CREATE TABLE venues (
	name TEXT NOT NULL, 
	organisation_id INTEGER, 
	address TEXT, 
	town TEXT, 
	country TEXT, 
	latitude DOUBLE, 
	longitude DOUBLE, 
	capacity INTEGER, 
	step_free BOOLEAN, 
	note TEXT, 
	id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	CONSTRAINT pk_venues PRIMARY KEY (id), 
	CONSTRAINT fk_venues_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisations (id) ON DELETE SET NULL, 
	CONSTRAINT uq_venues_uid UNIQUE (uid)
);
CREATE INDEX ix_venues_organisation_id ON venues (organisation_id);
CREATE TABLE activities (
	project_id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	short_name TEXT, 
	title TEXT, 
	purpose TEXT, 
	first_day DATE NOT NULL, 
	last_day DATE NOT NULL, 
	certainty TEXT NOT NULL, 
	start INTEGER, 
	minutes INTEGER, 
	time_zone TEXT, 
	mode TEXT, 
	town TEXT, 
	country TEXT, 
	venue_id INTEGER, 
	joining_link TEXT, 
	working_languages TEXT, 
	web_page TEXT, 
	status TEXT NOT NULL, 
	cancel_reason TEXT, 
	belongs_to_id INTEGER, 
	repeats_id INTEGER, 
	"order" INTEGER NOT NULL, 
	notes TEXT, 
	id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	CONSTRAINT pk_activities PRIMARY KEY (id), 
	CONSTRAINT fk_activities_project_id FOREIGN KEY(project_id) REFERENCES projects (id) ON DELETE CASCADE, 
	CONSTRAINT fk_activities_venue_id FOREIGN KEY(venue_id) REFERENCES venues (id) ON DELETE SET NULL, 
	CONSTRAINT fk_activities_belongs_to_id FOREIGN KEY(belongs_to_id) REFERENCES activities (id) ON DELETE SET NULL, 
	CONSTRAINT fk_activities_repeats_id FOREIGN KEY(repeats_id) REFERENCES activities (id) ON DELETE SET NULL, 
	CONSTRAINT uq_activities_uid UNIQUE (uid)
);
CREATE INDEX ix_activities_belongs_to_id ON activities (belongs_to_id);
CREATE INDEX ix_activities_project_id ON activities (project_id);
CREATE INDEX ix_activities_repeats_id ON activities (repeats_id);
CREATE INDEX ix_activities_venue_id ON activities (venue_id);
CREATE TABLE logos (
	funding_profile_id INTEGER NOT NULL, 
	name TEXT, 
	kind TEXT NOT NULL, 
	image BLOB NOT NULL, 
	"order" INTEGER NOT NULL, 
	id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	CONSTRAINT pk_logos PRIMARY KEY (id), 
	CONSTRAINT fk_logos_funding_profile_id FOREIGN KEY(funding_profile_id) REFERENCES funding_profiles (id) ON DELETE CASCADE, 
	CONSTRAINT uq_logos_uid UNIQUE (uid)
);
CREATE INDEX ix_logos_funding_profile_id ON logos (funding_profile_id);
CREATE TABLE members (
	project_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	organisation_id INTEGER, 
	partner_id INTEGER, 
	profession_id INTEGER, 
	job_title TEXT, 
	id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	CONSTRAINT pk_members PRIMARY KEY (id), 
	CONSTRAINT fk_members_project_id FOREIGN KEY(project_id) REFERENCES projects (id) ON DELETE CASCADE, 
	CONSTRAINT fk_members_person_id FOREIGN KEY(person_id) REFERENCES persons (id) ON DELETE CASCADE, 
	CONSTRAINT fk_members_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisations (id) ON DELETE SET NULL, 
	CONSTRAINT fk_members_partner_id FOREIGN KEY(partner_id) REFERENCES partners (id) ON DELETE SET NULL, 
	CONSTRAINT fk_members_profession_id FOREIGN KEY(profession_id) REFERENCES professions (id) ON DELETE SET NULL, 
	CONSTRAINT uq_members_uid UNIQUE (uid)
);
CREATE INDEX ix_members_organisation_id ON members (organisation_id);
CREATE INDEX ix_members_partner_id ON members (partner_id);
CREATE INDEX ix_members_person_id ON members (person_id);
CREATE INDEX ix_members_profession_id ON members (profession_id);
CREATE INDEX ix_members_project_id ON members (project_id);
CREATE TABLE statements (
	funding_profile_id INTEGER NOT NULL, 
	language TEXT NOT NULL, 
	statement TEXT, 
	disclaimer TEXT, 
	id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	CONSTRAINT pk_statements PRIMARY KEY (id), 
	CONSTRAINT uq_statements_funding_profile_id_language UNIQUE (funding_profile_id, language), 
	CONSTRAINT fk_statements_funding_profile_id FOREIGN KEY(funding_profile_id) REFERENCES funding_profiles (id) ON DELETE CASCADE, 
	CONSTRAINT uq_statements_uid UNIQUE (uid)
);
CREATE INDEX ix_statements_funding_profile_id ON statements (funding_profile_id);
CREATE TABLE head_counts (
	activity_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	presence TEXT, 
	partner_id INTEGER, 
	organisation_id INTEGER, 
	sector TEXT, 
	country TEXT, 
	profession_id INTEGER, 
	note TEXT, 
	"order" INTEGER NOT NULL, 
	id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	CONSTRAINT pk_head_counts PRIMARY KEY (id), 
	CONSTRAINT fk_head_counts_activity_id FOREIGN KEY(activity_id) REFERENCES activities (id) ON DELETE CASCADE, 
	CONSTRAINT fk_head_counts_partner_id FOREIGN KEY(partner_id) REFERENCES partners (id) ON DELETE SET NULL, 
	CONSTRAINT fk_head_counts_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisations (id) ON DELETE SET NULL, 
	CONSTRAINT fk_head_counts_profession_id FOREIGN KEY(profession_id) REFERENCES professions (id) ON DELETE SET NULL, 
	CONSTRAINT uq_head_counts_uid UNIQUE (uid)
);
CREATE INDEX ix_head_counts_activity_id ON head_counts (activity_id);
CREATE INDEX ix_head_counts_organisation_id ON head_counts (organisation_id);
CREATE INDEX ix_head_counts_partner_id ON head_counts (partner_id);
CREATE INDEX ix_head_counts_profession_id ON head_counts (profession_id);
CREATE TABLE hosts (
	activity_id INTEGER NOT NULL, 
	partner_id INTEGER NOT NULL, 
	leading BOOLEAN NOT NULL, 
	"order" INTEGER NOT NULL, 
	id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	CONSTRAINT pk_hosts PRIMARY KEY (id), 
	CONSTRAINT uq_hosts_activity_id_partner_id UNIQUE (activity_id, partner_id), 
	CONSTRAINT fk_hosts_activity_id FOREIGN KEY(activity_id) REFERENCES activities (id) ON DELETE CASCADE, 
	CONSTRAINT fk_hosts_partner_id FOREIGN KEY(partner_id) REFERENCES partners (id) ON DELETE CASCADE, 
	CONSTRAINT uq_hosts_uid UNIQUE (uid)
);
CREATE INDEX ix_hosts_activity_id ON hosts (activity_id);
CREATE INDEX ix_hosts_partner_id ON hosts (partner_id);
CREATE TABLE participations (
	activity_id INTEGER NOT NULL, 
	member_id INTEGER NOT NULL, 
	presence TEXT, 
	status TEXT NOT NULL, 
	arrival_day DATE, 
	arrival_time INTEGER, 
	departure_day DATE, 
	departure_time INTEGER, 
	reserve_order INTEGER, 
	replaces_id INTEGER, 
	note TEXT, 
	id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	CONSTRAINT pk_participations PRIMARY KEY (id), 
	CONSTRAINT uq_participations_activity_id_member_id UNIQUE (activity_id, member_id), 
	CONSTRAINT fk_participations_activity_id FOREIGN KEY(activity_id) REFERENCES activities (id) ON DELETE CASCADE, 
	CONSTRAINT fk_participations_member_id FOREIGN KEY(member_id) REFERENCES members (id) ON DELETE CASCADE, 
	CONSTRAINT fk_participations_replaces_id FOREIGN KEY(replaces_id) REFERENCES participations (id) ON DELETE SET NULL, 
	CONSTRAINT uq_participations_uid UNIQUE (uid)
);
CREATE INDEX ix_participations_activity_id ON participations (activity_id);
CREATE INDEX ix_participations_member_id ON participations (member_id);
CREATE INDEX ix_participations_replaces_id ON participations (replaces_id);
CREATE TABLE parts (
	activity_id INTEGER NOT NULL, 
	title TEXT NOT NULL, 
	kind TEXT, 
	organisation_id INTEGER, 
	"order" INTEGER NOT NULL, 
	id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	CONSTRAINT pk_parts PRIMARY KEY (id), 
	CONSTRAINT fk_parts_activity_id FOREIGN KEY(activity_id) REFERENCES activities (id) ON DELETE CASCADE, 
	CONSTRAINT fk_parts_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisations (id) ON DELETE SET NULL, 
	CONSTRAINT uq_parts_uid UNIQUE (uid)
);
CREATE INDEX ix_parts_activity_id ON parts (activity_id);
CREATE INDEX ix_parts_organisation_id ON parts (organisation_id);
CREATE TABLE quotas (
	activity_id INTEGER NOT NULL, 
	partner_id INTEGER NOT NULL, 
	profession_id INTEGER, 
	places INTEGER NOT NULL, 
	id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	CONSTRAINT pk_quotas PRIMARY KEY (id), 
	CONSTRAINT fk_quotas_activity_id FOREIGN KEY(activity_id) REFERENCES activities (id) ON DELETE CASCADE, 
	CONSTRAINT fk_quotas_partner_id FOREIGN KEY(partner_id) REFERENCES partners (id) ON DELETE CASCADE, 
	CONSTRAINT fk_quotas_profession_id FOREIGN KEY(profession_id) REFERENCES professions (id) ON DELETE CASCADE, 
	CONSTRAINT uq_quotas_uid UNIQUE (uid)
);
CREATE INDEX ix_quotas_activity_id ON quotas (activity_id);
CREATE INDEX ix_quotas_partner_id ON quotas (partner_id);
CREATE INDEX ix_quotas_profession_id ON quotas (profession_id);
CREATE TABLE groupings (
	activity_id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	kind TEXT, 
	round INTEGER, 
	part_id INTEGER, 
	"order" INTEGER NOT NULL, 
	id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	CONSTRAINT pk_groupings PRIMARY KEY (id), 
	CONSTRAINT fk_groupings_activity_id FOREIGN KEY(activity_id) REFERENCES activities (id) ON DELETE CASCADE, 
	CONSTRAINT fk_groupings_part_id FOREIGN KEY(part_id) REFERENCES parts (id) ON DELETE SET NULL, 
	CONSTRAINT uq_groupings_uid UNIQUE (uid)
);
CREATE INDEX ix_groupings_activity_id ON groupings (activity_id);
CREATE INDEX ix_groupings_part_id ON groupings (part_id);
CREATE TABLE participation_roles (
	participation_id INTEGER NOT NULL, 
	role TEXT NOT NULL, 
	id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	CONSTRAINT pk_participation_roles PRIMARY KEY (id), 
	CONSTRAINT uq_participation_roles_participation_id_role UNIQUE (participation_id, role), 
	CONSTRAINT fk_participation_roles_participation_id FOREIGN KEY(participation_id) REFERENCES participations (id) ON DELETE CASCADE, 
	CONSTRAINT uq_participation_roles_uid UNIQUE (uid)
);
CREATE INDEX ix_participation_roles_participation_id ON participation_roles (participation_id);
CREATE TABLE sessions (
	activity_id INTEGER NOT NULL, 
	title TEXT NOT NULL, 
	kind TEXT, 
	part_id INTEGER, 
	day DATE, 
	start INTEGER, 
	minutes INTEGER, 
	"order" INTEGER NOT NULL, 
	venue_id INTEGER, 
	place_note TEXT, 
	organisation_id INTEGER, 
	working_language TEXT, 
	state TEXT NOT NULL, 
	description TEXT, 
	notes TEXT, 
	id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	CONSTRAINT pk_sessions PRIMARY KEY (id), 
	CONSTRAINT fk_sessions_activity_id FOREIGN KEY(activity_id) REFERENCES activities (id) ON DELETE CASCADE, 
	CONSTRAINT fk_sessions_part_id FOREIGN KEY(part_id) REFERENCES parts (id) ON DELETE SET NULL, 
	CONSTRAINT fk_sessions_venue_id FOREIGN KEY(venue_id) REFERENCES venues (id) ON DELETE SET NULL, 
	CONSTRAINT fk_sessions_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisations (id) ON DELETE SET NULL, 
	CONSTRAINT uq_sessions_uid UNIQUE (uid)
);
CREATE INDEX ix_sessions_activity_id_day ON sessions (activity_id, day);
CREATE INDEX ix_sessions_organisation_id ON sessions (organisation_id);
CREATE INDEX ix_sessions_part_id ON sessions (part_id);
CREATE INDEX ix_sessions_venue_id ON sessions (venue_id);
CREATE TABLE groups (
	grouping_id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	planned_size INTEGER, 
	facilitator_id INTEGER, 
	facilitator_words TEXT, 
	description TEXT, 
	"order" INTEGER NOT NULL, 
	id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	CONSTRAINT pk_groups PRIMARY KEY (id), 
	CONSTRAINT fk_groups_grouping_id FOREIGN KEY(grouping_id) REFERENCES groupings (id) ON DELETE CASCADE, 
	CONSTRAINT fk_groups_facilitator_id FOREIGN KEY(facilitator_id) REFERENCES participations (id) ON DELETE SET NULL, 
	CONSTRAINT uq_groups_uid UNIQUE (uid)
);
CREATE INDEX ix_groups_facilitator_id ON groups (facilitator_id);
CREATE INDEX ix_groups_grouping_id ON groups (grouping_id);
CREATE TABLE session_people (
	session_id INTEGER NOT NULL, 
	participation_id INTEGER, 
	words TEXT, 
	role TEXT, 
	"order" INTEGER NOT NULL, 
	id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	CONSTRAINT pk_session_people PRIMARY KEY (id), 
	CONSTRAINT fk_session_people_session_id FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE, 
	CONSTRAINT fk_session_people_participation_id FOREIGN KEY(participation_id) REFERENCES participations (id) ON DELETE CASCADE, 
	CONSTRAINT uq_session_people_uid UNIQUE (uid)
);
CREATE INDEX ix_session_people_participation_id ON session_people (participation_id);
CREATE INDEX ix_session_people_session_id ON session_people (session_id);
CREATE TABLE audience_rows (
	session_id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	group_id INTEGER, 
	partner_id INTEGER, 
	profession_id INTEGER, 
	participation_id INTEGER, 
	id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	CONSTRAINT pk_audience_rows PRIMARY KEY (id), 
	CONSTRAINT fk_audience_rows_session_id FOREIGN KEY(session_id) REFERENCES sessions (id) ON DELETE CASCADE, 
	CONSTRAINT fk_audience_rows_group_id FOREIGN KEY(group_id) REFERENCES groups (id) ON DELETE CASCADE, 
	CONSTRAINT fk_audience_rows_partner_id FOREIGN KEY(partner_id) REFERENCES partners (id) ON DELETE CASCADE, 
	CONSTRAINT fk_audience_rows_profession_id FOREIGN KEY(profession_id) REFERENCES professions (id) ON DELETE CASCADE, 
	CONSTRAINT fk_audience_rows_participation_id FOREIGN KEY(participation_id) REFERENCES participations (id) ON DELETE CASCADE, 
	CONSTRAINT uq_audience_rows_uid UNIQUE (uid)
);
CREATE INDEX ix_audience_rows_group_id ON audience_rows (group_id);
CREATE INDEX ix_audience_rows_participation_id ON audience_rows (participation_id);
CREATE INDEX ix_audience_rows_partner_id ON audience_rows (partner_id);
CREATE INDEX ix_audience_rows_profession_id ON audience_rows (profession_id);
CREATE INDEX ix_audience_rows_session_id ON audience_rows (session_id);
CREATE TABLE group_places (
	group_id INTEGER NOT NULL, 
	participation_id INTEGER NOT NULL, 
	id INTEGER NOT NULL, 
	uid TEXT NOT NULL, 
	CONSTRAINT pk_group_places PRIMARY KEY (id), 
	CONSTRAINT uq_group_places_group_id_participation_id UNIQUE (group_id, participation_id), 
	CONSTRAINT fk_group_places_group_id FOREIGN KEY(group_id) REFERENCES groups (id) ON DELETE CASCADE, 
	CONSTRAINT fk_group_places_participation_id FOREIGN KEY(participation_id) REFERENCES participations (id) ON DELETE CASCADE, 
	CONSTRAINT uq_group_places_uid UNIQUE (uid)
);
CREATE INDEX ix_group_places_group_id ON group_places (group_id);
CREATE INDEX ix_group_places_participation_id ON group_places (participation_id);
