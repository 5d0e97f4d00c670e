namespace FlowLab.Testing.Laws;

/// <summary>What was found out about a component and a law.</summary>
public enum LawVerdict
{
    /// <summary>The law holds in every case.</summary>
    Holds,

    /// <summary>It is broken in at least one.</summary>
    Broken,

    /// <summary>No case could be judged.</summary>
    Undecided,

    /// <summary>The component says that it does not do what the law is about.</summary>
    NotOffered,
}
