package org.cbthomework.plugin.access.rule;

/** The rules of access, one by one. */
public enum Rule {
    /** Whatever is not public wants a bearer token. */
    TOKEN_IS_PRESENTED,
    /** The token is signed with a key of its issuer. */
    TOKEN_IS_SIGNED,
    /** The issuer is one that is configured. */
    ISSUER_IS_TRUSTED,
    /** The token is meant for this server. */
    AUDIENCE_IS_THIS_SERVER,
    /** The token has not expired, and has begun. */
    TOKEN_IS_CURRENT,
    /** The token is of the tenant that the issuer is configured for. */
    TENANT_IS_THIS_ONE,
    /** What an app grants is for one launch: typed as a grant, for minutes, and for this server alone. */
    GRANT_IS_OF_ONE_LAUNCH,
    /** An app speaks for the EHRs that it is configured for. */
    APP_SPEAKS_FOR_ITS_EHRS,
    /** An issuer grants no more than it may; a client without an agreement has no {@code system/} scopes. */
    ISSUER_GRANTS_WHAT_IT_MAY,
    /** The operation asked for is among the letters of a scope for the type. */
    SCOPE_HAS_THE_LETTER,
    /** A scope with search criteria is for the resources that meet them. */
    SCOPE_FILTERS_ARE_MET,
    /** {@code patient/} scopes are about the patient whom the token names. */
    PATIENT_IS_THE_ONE_IN_CONTEXT,
    /** {@code user/} scopes, and {@code patient/} scopes of a named user, reach whom that user may see. */
    USER_REACHES_THE_PATIENT,
    /** A clinician's membership in a care team counts from its start to its end. */
    CARE_TEAM_IS_CURRENT,
    /** A proxy's mandate is active, and counts from its start to its end. */
    PROXY_IS_CURRENT,
    /** A mandate given in childhood ends when the patient comes of age. */
    PROXY_ENDS_AT_MAJORITY,
    /** A search is narrowed to the patients reached: totals tell of nobody else. */
    SEARCH_IS_NARROWED,
    /** A resource that is read, found or in a history is one that may be shown. */
    SHOWN_IS_READABLE,
    /** A resource that is written is about a patient reached. */
    WRITTEN_IS_OF_A_PATIENT_REACHED,
    /** A resource that is written over or deleted was about a patient reached. */
    WRITTEN_OVER_WAS_OF_A_PATIENT_REACHED,
    /** What is written refers to nothing that the writer may not see. */
    REFERENCES_STAY_WITHIN_REACH,
    /** Whoever writes a response names no one else as its author. */
    AUTHOR_IS_WHO_WRITES,
    /** Patients and their proxies write responses, and nothing else. */
    PATIENTS_WRITE_RESPONSES_ONLY,
    /** What the server publishes, its library and its audit trail are written by nobody else. */
    SERVER_KEEPS_ITS_OWN,
    /** What access depends on is written by systems alone. */
    ACCESS_IS_NOT_SELF_MADE,
    /** A patient's draft is not shown to clinicians. */
    DRAFTS_ARE_THE_WRITERS,
    /** Psychotherapy notes and what is restricted want a consent or a role. */
    SENSITIVE_WANTS_CONSENT_OR_ROLE,
    /** What is no patient's, no definition and no directory is for systems; nobody else is told even how much there is. */
    WHAT_IS_NOBODYS_IS_FOR_SYSTEMS,
    /** Earlier versions are for those who may see what has become of them. */
    PAST_IS_SEEN_WITH_THE_PRESENT,
    /** A user whom a token names, and who is nobody here, reaches nobody. */
    NAMED_USER_IS_KNOWN,
    /** The audit trail is read by auditors. */
    AUDIT_IS_FOR_AUDITORS,
    /** Operations are denied unless they are known to be safe. */
    OPERATIONS_ARE_DENIED,
    /** Conditional writes tell what exists, and are denied. */
    CONDITIONAL_WRITES_ARE_DENIED,
    /** Chains, reverse chains, includes and filter expressions look into other resources, and are denied. */
    SEARCHES_STAY_IN_THEIR_TYPE,
    /** The history of a type or of everything cannot be narrowed, and is denied. */
    HISTORY_IS_OF_ONE_RESOURCE,
    /** The pages of a search are for whoever searched. */
    PAGES_ARE_WHOSE_SEARCH_IT_WAS,
    /** What is not there and what may not be seen are answered the same. */
    ABSENT_LOOKS_LIKE_DENIED,
    /** Under an id of its own choosing a client creates only what nobody could guess. */
    CHOSEN_IDS_CANNOT_BE_GUESSED
}
