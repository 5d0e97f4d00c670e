using FlowLab.Host.Results;

namespace FlowLab.Host.Profiles;

/// <summary>What <c>--profile</c> leaves in a run folder.</summary>
internal static class ProfileFiles
{
    public const string Page = "profile.md";
    public const string Trace = "profile.trace.json";

    /// <summary>Writes both files.</summary>
    /// <returns>The page.</returns>
    public static string Write(RunFolder folder, StepProfiler profiler)
    {
        string page = ProfilePage.Of(profiler.Ceilings, profiler.Cells);
        AtomicFile.Write(Path.Combine(folder.Path, Page), page);
        AtomicFile.Write(Path.Combine(folder.Path, Trace), stream => ChromeTrace.Write(stream, profiler.Cells));
        return page;
    }
}
