using FlowLab.Data;

namespace FlowLab.Host.DataFiles;

/// <summary>Every refusal about the data folder and downloads, with its text.</summary>
public static class DataErrors
{
    public static FlowLabDataException NoFolder() => new("FLD020",
        $"no data folder is known, because this user has no folder for local application data; give one with --data DIR or in the environment variable {DataFolder.Variable}");

    public static FlowLabDataException NotThere(DataFile file, DataFolder folder) => new("FLD021",
        $"{file.Name}: the file is not in the data folder; expected {folder.PlaceOf(file, isCompressed: false)}, or the same with .gz; found neither; get it with: " +
        $"flowlab data get {file.Name}{folder.Option}, or name the folder that has it with --data or {DataFolder.Variable}");

    public static FlowLabDataException WrongContent(DataFile file, string path, string found, string option) => new("FLD022",
        $"{path}: the file has another content; expected {ContentText.Describe(file.Contents)}; found {found}; get it anew with: flowlab data get {file.Name}{option}");

    public static FlowLabDataException UnknownName(string name, string near, IEnumerable<string> names) => new("FLD023",
        $"\"{name}\" is no data file that a plugin knows; expected one of {string.Join(", ", names)}{(near.Length == 0 ? "" : $"; did you mean \"{near}\"?")}");

    public static FlowLabDataException NotDownloaded(DataFile file, IReadOnlyList<string> failures, string remedy) => new("FLD024",
        $"{file.Name}: the file could not be downloaded; expected one of {Count(failures.Count, "mirror")} to give it; found {Failures(failures)}; {remedy}");

    public static FlowLabDataException NotWritable(string path, Exception cause) => new("FLD025",
        $"{path}: the data folder cannot be written ({cause.Message.TrimEnd('.')}); expected to store the file there; free some space, or name another folder " +
        $"with --data or {DataFolder.Variable}; what was downloaded is kept and used when the command is given again", cause);

    public static FlowLabDataException InUse(string path, Exception cause) => new("FLD026",
        $"{path}: another process is downloading this file; wait until it has ended, or stop it", cause);

    public static FlowLabDataException UnusableDescription(string set, string file, string why) => new("FLD027",
        $"data files \"{set}\", {file}: the plugin describes the file wrongly: {why}; it is left out; this is an error of the plugin");

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";

    private static string Failures(IReadOnlyList<string> failures) => failures.Count == 0 ? "none" : string.Join("; ", failures);
}
