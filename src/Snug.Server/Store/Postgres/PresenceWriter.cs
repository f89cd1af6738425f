namespace Snug.Server.Store.Postgres;

/// <summary>Names in use and who is here, as far as several servers have to agree on it.</summary>
internal static class PresenceWriter
{
    /// <returns>Null for a change of another kind.</returns>
    public static Outcome? Write(Statements sql, long server, Change change)
    {
        switch (change)
        {
            case ClaimName { User: var user }:
                return Claim(sql, server, user);
            case ReleaseName { User: var user }:
                sql.Run("DELETE FROM names WHERE key = $1 AND user_id = $2", user.Name.Key, user.Id);
                sql.Run("DELETE FROM here WHERE user_id = $1", user.Id);
                return new Outcome.Done();
            case ShowPresence shown:
                sql.Run("INSERT INTO here (user_id, server) SELECT came, $2 FROM unnest($1::bigint[]) AS came ON CONFLICT DO NOTHING", shown.Came.ToArray(), server);
                sql.Run("DELETE FROM here WHERE server = $2 AND user_id = ANY($1::bigint[])", shown.Went.ToArray(), server);
                return new Outcome.Done();
            case BuryServer buried:
                return Bury(sql, server, buried.Server);
            default:
                return null;
        }
    }

    private static Outcome Claim(Statements sql, long server, UserRecord user)
    {
        if (sql.Read("SELECT id FROM users WHERE key = $1 AND role <> 'guest'", user.Name.Key) is long member) return new Outcome.Exists(member);

        // A guest who is nowhere keeps the name only until somebody else wants it.
        var claimed = sql.Run(
            $"""
            INSERT INTO names (key, name, user_id) VALUES ($1, $2, $3)
            ON CONFLICT (key) DO UPDATE SET name = excluded.name, user_id = excluded.user_id
                WHERE NOT EXISTS (SELECT 1 FROM here JOIN servers ON servers.id = here.server WHERE here.user_id = names.user_id AND servers.until > {Turn.Now})
            """,
            user.Name.Key, user.Name.Value, user.Id);
        if (claimed == 0) return new Outcome.Exists(0);

        sql.Run("INSERT INTO here (user_id, server) VALUES ($1, $2) ON CONFLICT DO NOTHING", user.Id, server);
        return new Outcome.Done();
    }

    // The dead server's rows go, and the names of guests who were here by it alone and cannot come back.
    private static Outcome Bury(Statements sql, long server, long dead)
    {
        if (sql.Run($"DELETE FROM servers WHERE id = $1 AND (id = $2 OR until < {Turn.Now})", dead, server) == 0) return new Outcome.Moot();

        sql.Run("DELETE FROM here WHERE server = $1", dead);
        sql.Run(
            """
            DELETE FROM names WHERE NOT EXISTS (SELECT 1 FROM sessions WHERE sessions.user_id = names.user_id)
                AND NOT EXISTS (SELECT 1 FROM here WHERE here.user_id = names.user_id)
            """);
        return new Outcome.Done();
    }
}
