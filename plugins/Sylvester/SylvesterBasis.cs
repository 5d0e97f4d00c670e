namespace FlowLab.Plugins.Sylvester;

/// <summary>How the orthogonal Q of a Sylvester layer is made.</summary>
public enum SylvesterBasis
{
    /// <summary>A product of trained Householder reflections.</summary>
    Householder,

    /// <summary>The identity in even layers and the reversal of components in odd ones; nothing to train.</summary>
    Triangular,
}
