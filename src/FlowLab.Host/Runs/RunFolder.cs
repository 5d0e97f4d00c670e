namespace FlowLab.Host.Runs;

/// <summary>Where a run keeps its files.</summary>
public sealed class RunFolder
{
    private const string ManifestName = "manifest.json";
    private const string DatabaseName = "run.sqlite";

    private RunFolder(string path) => Path = System.IO.Path.GetFullPath(path);

    public string Path { get; }

    /// <summary>The resolved manifest: every default written out, overrides applied.</summary>
    public string Manifest => In(ManifestName);

    public string Database => In(DatabaseName);

    /// <summary>Held by the one process that writes.</summary>
    public string Lock => In("run.lock");

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
    public string Checkpoint(string cellId) => System.IO.Path.Combine(Checkpoints, FileNames.Safe(cellId) + ".flc");

    /// <summary>The n-th table of <c>flowlab eval</c>, from 1.</summary>
    public string Evaluation(int number) => In(FormattableString.Invariant($"eval-{number}.csv"));

    /// <summary>A picture or chart of the report.</summary>
    public string Figure(string name, string extension) => System.IO.Path.Combine(Figures, FileNames.Safe(name) + extension);

    /// <summary>Makes the folder of a new run, or takes one that a run already uses; refuses any other folder that is not empty.</summary>
    public static RunFolder Create(string path)
    {
        var folder = new RunFolder(path);
        if (Directory.Exists(folder.Path) && !folder.IsRun && Directory.EnumerateFileSystemEntries(folder.Path).Any())
            throw RunErrors.FolderInUse(folder.Path);
        folder.MakeFolders();
        return folder;
    }

    /// <summary>Opens the folder of a run that was started before.</summary>
    public static RunFolder Open(string path)
    {
        var folder = new RunFolder(path);
        foreach (string name in (string[])[ManifestName, DatabaseName])
            if (!File.Exists(folder.In(name)))
                throw RunErrors.NotARunFolder(folder.Path, name);
        folder.MakeFolders();
        return folder;
    }

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

    public void WriteManifest(string json) => AtomicFile.Write(Manifest, json);

    private string In(string name) => System.IO.Path.Combine(Path, name);

    private void MakeFolders()
    {
        try
        {
            Directory.CreateDirectory(Figures);
            Directory.CreateDirectory(Checkpoints);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw RunErrors.Translate(Path, error);
        }
    }
}
