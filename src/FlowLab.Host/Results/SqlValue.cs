using Microsoft.Data.Sqlite;

namespace FlowLab.Host.Results;

/// <summary>Values as the database holds them.</summary>
internal static class SqlValue
{
    public static object Of(double value) => double.IsNaN(value) ? DBNull.Value : value;

    public static object Of(int? value) => value is { } number ? number : DBNull.Value;

    public static object Of(long? value) => value is { } number ? number : DBNull.Value;

    public static object Of(bool? value) => value is { } truth ? (truth ? 1 : 0) : DBNull.Value;

    public static double Double(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? double.NaN : reader.GetDouble(column);

    public static int? Int32(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);

    public static long? Int64(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    public static bool? Boolean(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column) != 0;
}
