namespace FlowLab.Host.Manifests;

/// <summary>The numbers of manifest faults; each has a section in <c>docs/errors.md</c>.</summary>
public static class ManifestFaultNumbers
{
    public const string FileNotFound = "FLM001";
    public const string FileUnreadable = "FLM002";
    public const string FileEmpty = "FLM003";
    public const string FileTooLarge = "FLM004";
    public const string NotJson = "FLM005";
    public const string DuplicateKey = "FLM006";
    public const string UnknownKey = "FLM010";
    public const string WrongType = "FLM011";
    public const string OutOfRange = "FLM012";
    public const string ValueNotAllowed = "FLM013";
    public const string Missing = "FLM014";
    public const string UnknownComponent = "FLM015";
    public const string ObjectiveNeedsOtherTarget = "FLM016";
    public const string NothingToTrain = "FLM017";
    public const string ModelDoesNotFit = "FLM018";
    public const string BaseHasNoLikelihood = "FLM019";
    public const string SeedsInvalid = "FLM020";
    public const string OverrideMalformed = "FLM021";
    public const string PathLeadsNowhere = "FLM022";
    public const string NotSweepable = "FLM023";
    public const string AxisInvalid = "FLM024";
    public const string AxisValueRepeated = "FLM025";
    public const string GridTooLarge = "FLM026";
    public const string UnknownAxis = "FLM027";
    public const string UnknownPreset = "FLM028";
    public const string UnknownSetting = "FLM029";
    public const string DefaultOutOfRange = "FLM030";
}
