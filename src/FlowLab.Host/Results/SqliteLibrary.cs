using System.Runtime.CompilerServices;

namespace FlowLab.Host.Results;

/// <summary>Loads the native SQLite when a database is first opened, so that commands without one start without it.</summary>
internal static class SqliteLibrary
{
    static SqliteLibrary() => SQLitePCL.Batteries_V2.Init();

    public static void Load() => RuntimeHelpers.RunClassConstructor(typeof(SqliteLibrary).TypeHandle);
}
