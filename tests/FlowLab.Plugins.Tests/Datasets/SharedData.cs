namespace FlowLab.Plugins.Tests.Datasets;

/// <summary>The real files, in the folder <c>shared/data</c> beside the repository; tests that need them skip where it is not.</summary>
internal static class SharedData
{
    /// <summary>The full path of a file; ends the test as skipped if it is not there.</summary>
    public static string Find(string name)
    {
        if (Look(name) is { } path)
            return path;
        Assert.Ignore($"{name} is not in {Folder}");
        return "";
    }

    /// <summary>The full path of a file; null if it is not there.</summary>
    public static string? Look(string name) => Path.Combine(Folder, name) is var path && File.Exists(path) ? path : null;

    private static string Folder => Path.GetFullPath(Path.Combine(RepositoryRoot(), "..", "shared", "data"));

    private static string RepositoryRoot()
    {
        DirectoryInfo? folder = new(TestContext.CurrentContext.TestDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "FlowLab.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("No folder above the tests holds FlowLab.sln.");
    }
}
