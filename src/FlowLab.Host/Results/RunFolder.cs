namespace FlowLab.Host.Results;

/// <summary>Where a run keeps its files.</summary>
public sealed class RunFolder
{
    private const string CheckpointExtension = ".flc";
    private const string ManifestName = "manifest.json";
    private const string DatabaseName = "run.sqlite";
    private const string LockName = "run.lock";

    /// <summary>What the name of a damaged database ends in once it is put aside.</summary>
    public const string AsideSuffix = ".damaged";

    private RunFolder(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw RunErrors.NoName(path);
        try
        {
            Path = System.IO.Path.GetFullPath(path);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException or IOException)
        {
            throw RunErrors.CannotAccess(path, error);
        }
    }

    public string Path { get; }

    /// <summary>The resolved manifest: every default written out, overrides applied.</summary>
    public string Manifest => In(ManifestName);

    public string Database => In(DatabaseName);

    /// <summary>Held by the one process that writes.</summary>
    public string Lock => In(LockName);

    public string Summary => In("summary.csv");

    /// <summary>The run's numbers beside those of a reference, where the manifest names one.</summary>
    public string Reference => In("reference.csv");

    /// <summary>The settings in which cells differ from the reference.</summary>
    public string ReferenceSettings => In("reference-settings.csv");

    /// <summary>Where <c>flowlab export</c> writes if it is not told otherwise.</summary>
    public string Exports => In("export");

    /// <summary>Where <c>flowlab sample</c> writes if it is not told otherwise.</summary>
    public string Samples => In("samples");

    public string Report => In("report.html");

    public string Figures => In("figures");

    public string Checkpoints => In("checkpoints");

    /// <summary>The checkpoint of one cell.</summary>
    public string Checkpoint(string cellId) => System.IO.Path.Combine(Checkpoints, FileNames.Safe(cellId) + CheckpointExtension);

    /// <summary>The n-th table of <c>flowlab eval</c>, from 1.</summary>
    public string Evaluation(int number) => In(FormattableString.Invariant($"eval-{number}.csv"));

    /// <summary>A picture or chart of the report.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="extension">The ending of its file, such as ".png"; empty for the path before it.</param>
    public string Figure(string name, string extension = "") => System.IO.Path.Combine(Figures, FileNames.Safe(name) + extension);

    /// <summary>The folder of a new run, or one that a run already uses; refuses any other folder that is not empty. Nothing is made yet.</summary>
    public static RunFolder Choose(string path)
    {
        var folder = new RunFolder(path);
        if (File.Exists(folder.Path))
            throw RunErrors.FolderInUse(folder.Path);
        if (Directory.Exists(folder.Path) && !folder.IsRun && !folder.IsUnused)
            throw RunErrors.FolderInUse(folder.Path);
        return folder;
    }

    /// <summary>As <see cref="Choose"/>, with the folders for checkpoints and figures.</summary>
    public static RunFolder Create(string path)
    {
        RunFolder folder = Choose(path);
        folder.MakeFolders();
        return folder;
    }

    /// <summary>
    /// Makes a folder that nothing has, with the manifest of the run in it: the one asked for or, if another start was quicker, the same with a number behind it.
    /// It appears as a whole, so that two starts at one moment never share one.
    /// </summary>
    public static RunFolder CreateNew(string path, string manifest)
    {
        RunFolder draft = Create(FormattableString.Invariant($"{path}.{Environment.ProcessId}.starting"));
        draft.WriteManifest(manifest);
        for (int number = 1; ; number++)
        {
            string candidate = number == 1 ? path : FormattableString.Invariant($"{path}-{number}");
            try
            {
                Directory.Move(draft.Path, candidate);
                return new RunFolder(candidate);
            }
            catch (IOException) when (Directory.Exists(candidate) || File.Exists(candidate))
            {
                // Somebody else has it; the next number.
            }
        }
    }

    /// <summary>Opens the folder of a run that was started before.</summary>
    public static RunFolder Open(string path)
    {
        var folder = new RunFolder(path);
        foreach (string name in (string[])[ManifestName, DatabaseName])
            if (!File.Exists(folder.In(name)))
                throw RunErrors.NotARunFolder(folder.Path, name);
        return folder;
    }

    /// <summary>Opens the folder of a run to go on with it: its database may be lost, as long as there is something to go on from.</summary>
    public static RunFolder OpenToResume(string path)
    {
        var folder = new RunFolder(path);
        return File.Exists(folder.Manifest) && folder.HasCheckpoints ? folder : Open(path);
    }

    /// <summary>A folder to write a report into that is none of a run.</summary>
    public static RunFolder ForReport(string path) => new(path);

    /// <summary>Makes the folder that a file is to be written to.</summary>
    public static void MakeFolderOf(string file)
    {
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(file))!);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw RunErrors.Translate(file, error);
        }
    }

    /// <summary>True when a run was started here before.</summary>
    public bool IsRun => File.Exists(Manifest) && File.Exists(Database);

    /// <summary>True when a cell has a checkpoint, or a group of its seeds.</summary>
    public bool HasCheckpoints => Directory.Exists(Checkpoints) && Directory.EnumerateFiles(Checkpoints, $"*{CheckpointExtension}*").Any();

    /// <summary>Keeps a damaged database, and the log beside it, under other names.</summary>
    public void PutDatabaseAside()
    {
        try
        {
            File.Move(Database, Database + AsideSuffix, overwrite: true);
            foreach (string suffix in (string[])["-wal", "-shm"])
                if (File.Exists(Database + suffix))
                    File.Move(Database + suffix, Database + AsideSuffix + suffix, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw RunErrors.Translate(Database, error);
        }
    }

    /// <summary>True where there is nothing but what a start leaves that was refused, or that ended, before its first checkpoint.</summary>
    private bool IsUnused => Directory.EnumerateFileSystemEntries(Path).All(entry =>
        System.IO.Path.GetFileName(entry) is ManifestName or LockName || (entry == Figures || entry == Checkpoints) && !Directory.EnumerateFileSystemEntries(entry).Any());

    public void WriteManifest(string json) => AtomicFile.Write(Manifest, json);

    private string In(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Makes the folders for checkpoints and figures.</summary>
    public void MakeFolders()
    {
        MakeFigures();
        Make(Checkpoints);
    }

    /// <summary>Makes the folder for figures.</summary>
    public void MakeFigures() => Make(Figures);

    private void Make(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw RunErrors.Translate(Path, error);
        }
    }
}
