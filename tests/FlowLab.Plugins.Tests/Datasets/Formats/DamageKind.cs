namespace FlowLab.Plugins.Tests.Datasets.Formats;

public enum DamageKind
{
    Overwrite,
    Flip,
    Insert,
    Delete,
    Repeat,
    CutOff,
    Append,
}
