-- Why: what was sent in one night falls due at one moment. Among those, who came first is served first, so a queue is
-- ordered by the end of the clock and then by the submission.

drop index dossier_queue;
create index dossier_queue on dossier (tenant, agency_id, queue, queue_at, submitted_at, id);
