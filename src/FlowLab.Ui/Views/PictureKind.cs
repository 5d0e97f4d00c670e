namespace FlowLab.Ui.Views;

/// <summary>The kinds of pictures.</summary>
public enum PictureKind
{
    /// <summary>A density on a square.</summary>
    Density,

    /// <summary>A sheet of images.</summary>
    Sheet,
}
