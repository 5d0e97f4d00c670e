using FlowLab.Host.Results;

namespace FlowLab.Host.Runs;

/// <summary>What a run was computed on, as far as its numbers depend on it.</summary>
internal static class RunIdentity
{
    /// <summary>The entry of the environment with the kind of device; "cpu", "cuda".</summary>
    public const string DeviceKind = "Device kind";

    /// <summary>Compares the device with that of the run.</summary>
    /// <returns>What the event of this start says about it; empty if nothing changed.</returns>
    /// <exception cref="RunException">FLR047: it is of another kind.</exception>
    public static string CheckDevice(RunStore store, RunRequest request) =>
        CheckDevice(store.Read().Environment, request.Folder, request.Device.Kind, request.AllowsChanges);

    /// <inheritdoc cref="CheckDevice(RunStore, RunRequest)"/>
    public static string CheckDevice(IReadOnlyList<KeyValuePair<string, string>> environment, RunFolder folder, string kind, bool allowsChanges)
    {
        string before = environment.FirstOrDefault(entry => entry.Key == DeviceKind).Value ?? kind;
        if (before == kind)
            return "";
        return allowsChanges ? $" on a device of kind {kind} instead of {before}" : throw RunErrors.OtherDevice(folder.Path, before, kind);
    }
}
