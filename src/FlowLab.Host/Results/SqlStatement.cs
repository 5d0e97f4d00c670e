using Microsoft.Data.Sqlite;

namespace FlowLab.Host.Results;

/// <summary>A statement with parameters $1, $2, ... that is run many times, in the connection's transaction where there is one.</summary>
internal sealed class SqlStatement : IDisposable
{
    private readonly SqliteCommand _command;

    public SqlStatement(SqliteConnection connection, string text, int parameters)
    {
        _command = connection.CreateCommand();
        _command.CommandText = text;
        for (int index = 1; index <= parameters; index++)
            _command.Parameters.Add(new SqliteParameter { ParameterName = $"${index}" });
    }

    public int Run(params ReadOnlySpan<object> values)
    {
        Bind(values);
        return _command.ExecuteNonQuery();
    }

    public SqliteDataReader Read(params ReadOnlySpan<object> values)
    {
        Bind(values);
        return _command.ExecuteReader();
    }

    public void Dispose() => _command.Dispose();

    private void Bind(ReadOnlySpan<object> values)
    {
        for (int index = 0; index < values.Length; index++)
            _command.Parameters[index].Value = values[index];
    }
}
