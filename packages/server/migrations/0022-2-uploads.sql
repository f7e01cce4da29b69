-- Uploads: files on their way, in pieces.

create function mpp.upload_facts(p_upload mpp.upload)
returns jsonb language sql stable as $$
  select jsonb_build_object('id', p_upload.id, 'size', p_upload.size,
    'received', p_upload.received, 'pieces', p_upload.pieces, 'type', p_upload.type,
    'storedSize', p_upload.stored_size, 'refusal', p_upload.refusal)
$$;

create function mpp.begin_upload(
  p_regency text, p_key uuid, p_request bytea, p_upload uuid, p_secret bytea, p_size int)
returns jsonb language plpgsql as $$
declare
  v_answer jsonb := mpp.enter(p_regency, p_key, p_request);
  v_new mpp.upload;
begin
  if v_answer is not null then return v_answer; end if;
  insert into mpp.upload (regency, id, secret, size) values (p_regency, p_upload, p_secret, p_size)
  returning * into v_new;
  return mpp.remember(p_regency, p_key, p_request, mpp.upload_facts(v_new));
end $$;

create function mpp.show_upload(p_regency text, p_upload uuid, p_secret bytea)
returns jsonb language plpgsql as $$
declare
  v_upload mpp.upload;
begin
  perform mpp.enter(p_regency);
  select * into v_upload
  from mpp.upload
  where regency = p_regency and id = p_upload and secret = p_secret
    and created_at > now() - interval '1 day';
  if not found then return '{"refused": "not_found"}'; end if;
  return mpp.upload_facts(v_upload);
end $$;

-- Counts a piece that lies in the store already. Of two that begin at the same byte, one is counted.
create function mpp.append_piece(
  p_regency text, p_upload uuid, p_secret bytea, p_offset int, p_length int, p_piece text)
returns jsonb language plpgsql as $$
declare
  v_upload mpp.upload;
begin
  perform mpp.enter(p_regency);
  update mpp.upload set received = received + p_length, pieces = pieces || p_piece
  where regency = p_regency and id = p_upload and secret = p_secret and refusal is null
    and received = p_offset and received + p_length <= size
    and created_at > now() - interval '1 day'
  returning * into v_upload;
  if not found then return '{"refused": "wrong_offset"}'; end if;
  return mpp.upload_facts(v_upload);
end $$;

-- Notes what an upload was found to be, or what is wrong with it. Of two who looked, the first says it.
create function mpp.judge_upload(
  p_regency text, p_upload uuid, p_type text, p_stored_size int, p_refusal text)
returns jsonb language plpgsql as $$
declare
  v_upload mpp.upload;
begin
  perform mpp.enter(p_regency);
  update mpp.upload set type = p_type, stored_size = p_stored_size, refusal = p_refusal, pieces = '{}'
  where regency = p_regency and id = p_upload and type is null and refusal is null;
  select * into v_upload from mpp.upload where regency = p_regency and id = p_upload;
  if not found then return '{"refused": "not_found"}'; end if;
  return mpp.upload_facts(v_upload);
end $$;
