namespace FlowLab.Host.Tuning;

/// <summary>Runs the manifest of a wave.</summary>
/// <param name="manifest">The manifest; the one in the folder for a run that goes on.</param>
/// <param name="folder">The folder of the run.</param>
/// <param name="resumes">Whether the run goes on.</param>
/// <returns>One of <see cref="ExitCodes"/>.</returns>
/// <exception cref="TuneFaults">The manifest has faults.</exception>
internal delegate int WaveRun(string manifest, string folder, bool resumes);
