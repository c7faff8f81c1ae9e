CREATE TABLE agency (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	row_version INTEGER NOT NULL,
	deleted_at TEXT,
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	short_name TEXT,
	valid_from TEXT,
	valid_to TEXT,
	head TEXT,
	contact TEXT,
	merged_into_id INTEGER,
	note TEXT,
	CONSTRAINT ck_agency_kind CHECK (kind IN ('unit', 'position', 'group', 'outside')),
	CONSTRAINT uq_agency_uid UNIQUE (uid),
	CONSTRAINT fk_agency_merged_into_id FOREIGN KEY(merged_into_id) REFERENCES agency (id)
);

CREATE TABLE agency_alias (
	agency_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	words TEXT NOT NULL,
	match_key TEXT NOT NULL,
	CONSTRAINT pk_agency_alias PRIMARY KEY (agency_id, position),
	CONSTRAINT fk_agency_alias_agency_id FOREIGN KEY(agency_id) REFERENCES agency (id)
)
 WITHOUT ROWID;

CREATE TABLE agency_member (
	group_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	member_id INTEGER NOT NULL,
	CONSTRAINT pk_agency_member PRIMARY KEY (group_id, position),
	CONSTRAINT fk_agency_member_group_id FOREIGN KEY(group_id) REFERENCES agency (id),
	CONSTRAINT fk_agency_member_member_id FOREIGN KEY(member_id) REFERENCES agency (id)
)
 WITHOUT ROWID;

CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL,
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

CREATE TABLE change (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	operation_id INTEGER NOT NULL,
	entity TEXT NOT NULL,
	entity_id INTEGER NOT NULL,
	action TEXT NOT NULL,
	"before" TEXT,
	"after" TEXT,
	CONSTRAINT ck_change_action CHECK (action IN ('create', 'update', 'delete', 'restore', 'purge')),
	CONSTRAINT fk_change_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id)
);

CREATE TABLE day_off (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	row_version INTEGER NOT NULL,
	deleted_at TEXT,
	day TEXT NOT NULL,
	name TEXT NOT NULL,
	worked BOOLEAN NOT NULL,
	CONSTRAINT uq_day_off_uid UNIQUE (uid),
	CONSTRAINT ck_day_off_worked CHECK (worked IN (0, 1))
);

CREATE TABLE document (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	row_version INTEGER NOT NULL,
	deleted_at TEXT,
	number TEXT,
	symbol TEXT,
	issued_on TEXT,
	type TEXT,
	issuer TEXT,
	abstract TEXT NOT NULL,
	secret BOOLEAN NOT NULL,
	kept_at_registry BOOLEAN NOT NULL,
	sha256 TEXT,
	extension TEXT,
	size INTEGER,
	CONSTRAINT ck_document_no_file CHECK (sha256 IS NULL OR NOT (secret OR kept_at_registry)),
	CONSTRAINT ck_document_whole_file CHECK ((sha256 IS NULL) = (extension IS NULL) AND (sha256 IS NULL) = (size IS NULL)),
	CONSTRAINT uq_document_uid UNIQUE (uid),
	CONSTRAINT ck_document_secret CHECK (secret IN (0, 1)),
	CONSTRAINT ck_document_kept_at_registry CHECK (kept_at_registry IN (0, 1))
);

CREATE TABLE document_indicator (
	document_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	indicator_id INTEGER NOT NULL,
	CONSTRAINT pk_document_indicator PRIMARY KEY (document_id, position),
	CONSTRAINT fk_document_indicator_document_id FOREIGN KEY(document_id) REFERENCES document (id),
	CONSTRAINT fk_document_indicator_indicator_id FOREIGN KEY(indicator_id) REFERENCES indicator (id)
)
 WITHOUT ROWID;

CREATE TABLE document_item (
	document_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	item_id INTEGER NOT NULL,
	CONSTRAINT pk_document_item PRIMARY KEY (document_id, position),
	CONSTRAINT fk_document_item_document_id FOREIGN KEY(document_id) REFERENCES document (id),
	CONSTRAINT fk_document_item_item_id FOREIGN KEY(item_id) REFERENCES item (id)
)
 WITHOUT ROWID;

CREATE TABLE extension (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	row_version INTEGER NOT NULL,
	deleted_at TEXT,
	item_id INTEGER NOT NULL,
	occurrence TEXT NOT NULL,
	new_due TEXT NOT NULL,
	document TEXT NOT NULL,
	granted_on TEXT,
	CONSTRAINT fk_extension_item_id FOREIGN KEY(item_id) REFERENCES item (id),
	CONSTRAINT uq_extension_uid UNIQUE (uid)
);

CREATE TABLE form_period (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	row_version INTEGER NOT NULL,
	deleted_at TEXT,
	form_id INTEGER NOT NULL,
	period TEXT NOT NULL,
	typed TEXT NOT NULL,
	filled TEXT NOT NULL,
	filled_on TEXT,
	CONSTRAINT fk_form_period_form_id FOREIGN KEY(form_id) REFERENCES superior_form (id),
	CONSTRAINT uq_form_period_uid UNIQUE (uid)
);

CREATE TABLE indicator (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	row_version INTEGER NOT NULL,
	deleted_at TEXT,
	plan_id INTEGER NOT NULL,
	sort_key TEXT NOT NULL,
	group_number TEXT,
	group_title TEXT,
	number TEXT,
	text TEXT NOT NULL,
	unit TEXT,
	target_words TEXT,
	agency_words TEXT,
	agency_id INTEGER,
	area TEXT,
	search_text TEXT NOT NULL, amended_by TEXT, target TEXT,
	CONSTRAINT ck_indicator_area CHECK (area IN ('direction', 'institutions', 'procedures', 'apparatus', 'civil_service', 'public_finance', 'digital_government', 'other')),
	CONSTRAINT fk_indicator_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (id),
	CONSTRAINT fk_indicator_agency_id FOREIGN KEY(agency_id) REFERENCES agency (id),
	CONSTRAINT uq_indicator_uid UNIQUE (uid)
);

CREATE TABLE indicator_value (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	row_version INTEGER NOT NULL,
	deleted_at TEXT,
	indicator_id INTEGER NOT NULL,
	period TEXT NOT NULL,
	amount TEXT,
	words TEXT,
	mode TEXT NOT NULL,
	measured_on TEXT,
	source TEXT,
	reason TEXT,
	verdict TEXT,
	CONSTRAINT ck_indicator_value_mode CHECK (mode IN ('cumulative', 'in_period')),
	CONSTRAINT ck_indicator_value_verdict CHECK (verdict IN ('met', 'near', 'not_met', 'asked', 'no_value', 'not_begun')),
	CONSTRAINT fk_indicator_value_indicator_id FOREIGN KEY(indicator_id) REFERENCES indicator (id),
	CONSTRAINT uq_indicator_value_uid UNIQUE (uid)
);

CREATE TABLE indicator_value_evidence (
	indicator_value_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	document_id INTEGER NOT NULL,
	CONSTRAINT pk_indicator_value_evidence PRIMARY KEY (indicator_value_id, position),
	CONSTRAINT fk_indicator_value_evidence_indicator_value_id FOREIGN KEY(indicator_value_id) REFERENCES indicator_value (id),
	CONSTRAINT fk_indicator_value_evidence_document_id FOREIGN KEY(document_id) REFERENCES document (id)
)
 WITHOUT ROWID;

CREATE TABLE item (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	row_version INTEGER NOT NULL,
	deleted_at TEXT,
	plan_id INTEGER NOT NULL,
	section_id INTEGER NOT NULL,
	parent_id INTEGER,
	sort_key TEXT NOT NULL,
	kind TEXT NOT NULL,
	number TEXT,
	ordinal TEXT,
	label TEXT,
	content TEXT NOT NULL,
	lead_words TEXT,
	coordinating_words TEXT,
	time_words TEXT,
	rules TEXT,
	product TEXT,
	funding TEXT,
	note TEXT,
	person_in_charge TEXT,
	leader TEXT,
	origin TEXT NOT NULL,
	source_document TEXT,
	carries_out_id INTEGER,
	continues_id INTEGER,
	search_text TEXT NOT NULL, amended_by TEXT,
	CONSTRAINT ck_item_kind CHECK (kind IN ('objective', 'task', 'activity', 'sub_item')),
	CONSTRAINT ck_item_origin CHECK (origin IN ('issued', 'added')),
	CONSTRAINT fk_item_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (id),
	CONSTRAINT fk_item_section_id FOREIGN KEY(section_id) REFERENCES section (id),
	CONSTRAINT fk_item_parent_id FOREIGN KEY(parent_id) REFERENCES item (id),
	CONSTRAINT fk_item_carries_out_id FOREIGN KEY(carries_out_id) REFERENCES item (id),
	CONSTRAINT fk_item_continues_id FOREIGN KEY(continues_id) REFERENCES item (id),
	CONSTRAINT uq_item_uid UNIQUE (uid)
);

CREATE TABLE item_agency (
	item_id INTEGER NOT NULL,
	role TEXT NOT NULL,
	position INTEGER NOT NULL,
	agency_id INTEGER,
	words TEXT NOT NULL,
	CONSTRAINT pk_item_agency PRIMARY KEY (item_id, role, position),
	CONSTRAINT ck_item_agency_role CHECK (role IN ('lead', 'coordinating')),
	CONSTRAINT fk_item_agency_item_id FOREIGN KEY(item_id) REFERENCES item (id),
	CONSTRAINT fk_item_agency_agency_id FOREIGN KEY(agency_id) REFERENCES agency (id)
)
 WITHOUT ROWID;

CREATE TABLE operation (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	title TEXT NOT NULL,
	kind TEXT NOT NULL,
	at TEXT NOT NULL,
	who TEXT NOT NULL,
	plan_id INTEGER,
	undoes INTEGER
, digest TEXT);

CREATE TABLE period_update (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	row_version INTEGER NOT NULL,
	deleted_at TEXT,
	item_id INTEGER NOT NULL,
	period TEXT NOT NULL,
	agency_id INTEGER,
	words TEXT NOT NULL,
	difficulty TEXT,
	given_on TEXT,
	CONSTRAINT fk_period_update_item_id FOREIGN KEY(item_id) REFERENCES item (id),
	CONSTRAINT fk_period_update_agency_id FOREIGN KEY(agency_id) REFERENCES agency (id),
	CONSTRAINT uq_period_update_uid UNIQUE (uid)
);

CREATE TABLE period_update_evidence (
	period_update_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	document_id INTEGER NOT NULL,
	CONSTRAINT pk_period_update_evidence PRIMARY KEY (period_update_id, position),
	CONSTRAINT fk_period_update_evidence_period_update_id FOREIGN KEY(period_update_id) REFERENCES period_update (id),
	CONSTRAINT fk_period_update_evidence_document_id FOREIGN KEY(document_id) REFERENCES document (id)
)
 WITHOUT ROWID;

CREATE TABLE "plan" (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	row_version INTEGER NOT NULL,
	deleted_at TEXT,
	title TEXT NOT NULL,
	kind TEXT NOT NULL,
	period_start TEXT NOT NULL,
	period_end TEXT NOT NULL,
	tracked_from TEXT,
	issuer TEXT,
	document_type TEXT,
	document_number TEXT,
	document_date TEXT,
	signer_capacity TEXT,
	signer_name TEXT,
	legal_bases TEXT NOT NULL,
	recipients TEXT NOT NULL,
	state TEXT NOT NULL,
	replaced_by_id INTEGER,
	parent_plan_id INTEGER,
	superior BOOLEAN NOT NULL,
	numbering TEXT NOT NULL,
	form TEXT NOT NULL,
	indicator_form TEXT NOT NULL,
	CONSTRAINT ck_plan_kind CHECK (kind IN ('six_months', 'annual', 'multi_year', 'other')),
	CONSTRAINT ck_plan_state CHECK (state IN ('draft', 'issued', 'closed', 'replaced')),
	CONSTRAINT ck_plan_numbering CHECK (numbering IN ('continuous', 'per_section', 'hierarchical', 'as_printed')),
	CONSTRAINT ck_plan_period CHECK (period_start <= period_end),
	CONSTRAINT fk_plan_replaced_by_id FOREIGN KEY(replaced_by_id) REFERENCES "plan" (id),
	CONSTRAINT fk_plan_parent_plan_id FOREIGN KEY(parent_plan_id) REFERENCES "plan" (id),
	CONSTRAINT uq_plan_uid UNIQUE (uid),
	CONSTRAINT ck_plan_superior CHECK (superior IN (0, 1))
);

CREATE TABLE record (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	row_version INTEGER NOT NULL,
	deleted_at TEXT,
	item_id INTEGER NOT NULL,
	occurrence TEXT NOT NULL,
	agency_id INTEGER,
	progress TEXT NOT NULL,
	started_on TEXT,
	done_on TEXT,
	result TEXT,
	product TEXT,
	difficulty TEXT,
	due_seen TEXT,
	counts_as_late BOOLEAN,
	dropped_reason TEXT,
	dropped_on TEXT,
	dropped_document TEXT,
	CONSTRAINT ck_record_progress CHECK (progress IN ('not_started', 'in_progress', 'done', 'dropped')),
	CONSTRAINT fk_record_item_id FOREIGN KEY(item_id) REFERENCES item (id),
	CONSTRAINT fk_record_agency_id FOREIGN KEY(agency_id) REFERENCES agency (id),
	CONSTRAINT uq_record_uid UNIQUE (uid),
	CONSTRAINT ck_record_counts_as_late CHECK (counts_as_late IN (0, 1))
);

CREATE TABLE record_evidence (
	record_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	document_id INTEGER NOT NULL,
	CONSTRAINT pk_record_evidence PRIMARY KEY (record_id, position),
	CONSTRAINT fk_record_evidence_record_id FOREIGN KEY(record_id) REFERENCES record (id),
	CONSTRAINT fk_record_evidence_document_id FOREIGN KEY(document_id) REFERENCES document (id)
)
 WITHOUT ROWID;

CREATE TABLE reporting_period (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	row_version INTEGER NOT NULL,
	deleted_at TEXT,
	"key" TEXT NOT NULL,
	title TEXT NOT NULL,
	window_start TEXT NOT NULL,
	window_end TEXT NOT NULL,
	hand_in TEXT NOT NULL,
	figures TEXT NOT NULL,
	submitted TEXT NOT NULL,
	sent TEXT NOT NULL,
	locked_at TEXT,
	snapshot TEXT,
	CONSTRAINT ck_reporting_period_window CHECK (window_start <= window_end),
	CONSTRAINT uq_reporting_period_uid UNIQUE (uid)
);

CREATE TABLE section (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	row_version INTEGER NOT NULL,
	deleted_at TEXT,
	plan_id INTEGER NOT NULL,
	title TEXT NOT NULL,
	number TEXT,
	area TEXT NOT NULL,
	sort_key TEXT NOT NULL, amended_by TEXT,
	CONSTRAINT ck_section_area CHECK (area IN ('direction', 'institutions', 'procedures', 'apparatus', 'civil_service', 'public_finance', 'digital_government', 'other')),
	CONSTRAINT fk_section_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (id),
	CONSTRAINT uq_section_uid UNIQUE (uid)
);

CREATE TABLE setting (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	row_version INTEGER NOT NULL,
	deleted_at TEXT,
	name TEXT NOT NULL,
	value TEXT NOT NULL,
	CONSTRAINT uq_setting_uid UNIQUE (uid),
	CONSTRAINT uq_setting_name UNIQUE (name)
);

CREATE TABLE superior_form (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	row_version INTEGER NOT NULL,
	deleted_at TEXT,
	name TEXT NOT NULL,
	sender TEXT NOT NULL,
	file_name TEXT NOT NULL,
	sha256 TEXT NOT NULL,
	extension TEXT NOT NULL,
	size INTEGER NOT NULL,
	cells TEXT NOT NULL,
	mapping TEXT NOT NULL,
	slots INTEGER NOT NULL,
	CONSTRAINT uq_superior_form_uid UNIQUE (uid)
);

CREATE TABLE urging (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	row_version INTEGER NOT NULL,
	deleted_at TEXT,
	item_id INTEGER NOT NULL,
	occurrence TEXT,
	agency_id INTEGER,
	urged_on TEXT NOT NULL,
	means TEXT NOT NULL,
	person TEXT,
	promise TEXT,
	promised_for TEXT,
	CONSTRAINT ck_urging_means CHECK (means IN ('phone', 'message', 'letter', 'meeting', 'other')),
	CONSTRAINT fk_urging_item_id FOREIGN KEY(item_id) REFERENCES item (id),
	CONSTRAINT fk_urging_agency_id FOREIGN KEY(agency_id) REFERENCES agency (id),
	CONSTRAINT uq_urging_uid UNIQUE (uid)
);

CREATE INDEX ix_agency_alias_match_key ON agency_alias (match_key);

CREATE INDEX ix_agency_member_member_id ON agency_member (member_id);

CREATE INDEX ix_agency_merged_into_id ON agency (merged_into_id);

CREATE INDEX ix_change_entity_entity_id ON change (entity, entity_id);

CREATE INDEX ix_change_operation_id ON change (operation_id);

CREATE INDEX ix_document_indicator_indicator_id ON document_indicator (indicator_id);

CREATE INDEX ix_document_item_item_id ON document_item (item_id);

CREATE INDEX ix_document_number_symbol ON document (number, symbol);

CREATE INDEX ix_document_sha256 ON document (sha256);

CREATE INDEX ix_extension_item_id_occurrence ON extension (item_id, occurrence);

CREATE INDEX ix_form_period_form_id ON form_period (form_id);

CREATE INDEX ix_indicator_agency_id ON indicator (agency_id);

CREATE INDEX ix_indicator_plan_id ON indicator (plan_id);

CREATE INDEX ix_indicator_value_evidence_document_id ON indicator_value_evidence (document_id);

CREATE INDEX ix_indicator_value_indicator_id ON indicator_value (indicator_id);

CREATE INDEX ix_item_agency_agency_id ON item_agency (agency_id);

CREATE INDEX ix_item_carries_out_id ON item (carries_out_id);

CREATE INDEX ix_item_continues_id ON item (continues_id);

CREATE INDEX ix_item_parent_id ON item (parent_id);

CREATE INDEX ix_item_plan_id ON item (plan_id);

CREATE INDEX ix_item_section_id_parent_id ON item (section_id, parent_id);

CREATE INDEX ix_operation_plan_id ON operation (plan_id);

CREATE INDEX ix_operation_undoes ON operation (undoes);

CREATE INDEX ix_period_update_agency_id ON period_update (agency_id);

CREATE INDEX ix_period_update_evidence_document_id ON period_update_evidence (document_id);

CREATE INDEX ix_period_update_item_id ON period_update (item_id);

CREATE INDEX ix_plan_parent_plan_id ON "plan" (parent_plan_id);

CREATE INDEX ix_plan_replaced_by_id ON "plan" (replaced_by_id);

CREATE INDEX ix_record_agency_id ON record (agency_id);

CREATE INDEX ix_record_evidence_document_id ON record_evidence (document_id);

CREATE INDEX ix_record_item_id ON record (item_id);

CREATE INDEX ix_section_plan_id ON section (plan_id);

CREATE INDEX ix_superior_form_sha256 ON superior_form (sha256);

CREATE INDEX ix_urging_agency_id ON urging (agency_id);

CREATE INDEX ix_urging_item_id ON urging (item_id);

CREATE UNIQUE INDEX uq_day_off_live ON day_off (day) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_form_period_live ON form_period (form_id, period) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_indicator_value_live ON indicator_value (indicator_id, period) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_period_update_live ON period_update (item_id, period, coalesce(agency_id, 0)) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_record_live ON record (item_id, occurrence, coalesce(agency_id, 0)) WHERE deleted_at IS NULL;

CREATE UNIQUE INDEX uq_reporting_period_live ON reporting_period ("key") WHERE deleted_at IS NULL;
