using FlowLab.Data;

namespace FlowLab.Plugins.Datasets.UserFiles;

/// <summary>Every refusal of the settings of a user's file, with its text.</summary>
internal static class UserFileErrors
{
    public static FlowLabDataException NoPath() => new("FLD016",
        "the dataset \"npy\" names no file; expected the path of a .npy, .npz or IDX file; found an empty one; set target.path");

    public static FlowLabDataException NotThere(string path, string full) => new("FLD016",
        $"{path}: the file is not there; expected {full}; found nothing; a relative path begins in the data folder, which --data DIR or FLOWLAB_DATA names, so move " +
        "the file there, name another folder, or give an absolute path");

    public static FlowLabDataException NotInUnitInterval(string path, int point, int feature, float found) => new("FLD017", FormattableString.Invariant(
        $"{path}: feature {feature} of point {point} is {found}, which cannot be binarized; expected bytes, or numbers within [0, 1]; scale the array, or set binarization to \"none\""));

    public static FlowLabDataException NoArchive(string path, string array) => new("FLD018",
        $"{path}: the file is no archive, so that it has no array \"{array}\"; expected an .npz file; leave out the setting \"array\", or name the archive");
}
