namespace FlowLab.Host.Results;

/// <summary>A copy of a database in the folder for temporary files, where it can be read; deleted when it is disposed of.</summary>
internal sealed class ReadingCopy : IDisposable
{
    private readonly string _folder;

    private ReadingCopy(string folder, string file) => (_folder, File) = (folder, file);

    public string File { get; }

    /// <summary>A copy of the database and of what its write-ahead log holds.</summary>
    public static ReadingCopy Of(string database)
    {
        string folder = Directory.CreateTempSubdirectory("flowlab-").FullName;
        var copy = new ReadingCopy(folder, Path.Combine(folder, Path.GetFileName(database)));
        try
        {
            System.IO.File.Copy(database, copy.File);
            if (System.IO.File.Exists(database + "-wal"))
                System.IO.File.Copy(database + "-wal", copy.File + "-wal");
            MakeWritable(folder);
            return copy;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            copy.Dispose();
            throw RunErrors.Translate(copy.File, error);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What is left over in the folder for temporary files, the system deletes.
        }
    }

    /// <summary>A copy has the permissions of what was copied.</summary>
    private static void MakeWritable(string folder)
    {
        foreach (string file in Directory.GetFiles(folder))
            System.IO.File.SetAttributes(file, System.IO.File.GetAttributes(file) & ~FileAttributes.ReadOnly);
    }
}
