// What sanitizers are to overlook in the libraries below us. It is compiled into every program of a preset
// with sanitizers, so that it holds for whoever starts them.

extern "C" {

// What Qt and the drivers and codecs below it still hold when a process ends: textures whose render thread is
// gone, the shader compiler's tables, frames of a decoder. Nothing of Meridian allocates in these libraries
// but through their objects.
const char* __lsan_default_suppressions() {
  return "leak:libQt6Quick.so\n"
         "leak:libQt6Gui.so\n"
         "leak:libLLVM\n"
         "leak:libavutil.so\n"
         "leak:QtSharedPointer::ExternalRefCountData::getAndRef\n";
}

// A plugin that is unloaded takes along what its globals hold, and the names above with it: all stay loaded.
int dlclose(void*) { return 0; }

// QProcess forks beside other threads, and execs at once.
const char* __tsan_default_options() { return "die_after_fork=0"; }

// Qt and what lies below it are built without ThreadSanitizer, and Qt's mutexes are futexes that it does not
// see: what these libraries touch on their own is theirs to order, and so are the locks that they take. An
// event is made on one thread and read on another, and Qt's queue lies between. glibc frees the storage of a
// thread that has ended from the next one that it starts.
const char* __tsan_default_suppressions() {
  return "called_from_lib:libavcodec.so\n"
         "called_from_lib:libavformat.so\n"
         "called_from_lib:libavutil.so\n"
         "called_from_lib:libffmpegmediaplugin.so\n"
         "called_from_lib:libpulse.so\n"
         "called_from_lib:libpulsecommon-\n"
         "called_from_lib:libQt6Core.so\n"
         "called_from_lib:libQt6DBus.so\n"
         "called_from_lib:libQt6Gui.so\n"
         "called_from_lib:libQt6Multimedia.so\n"
         "called_from_lib:libQt6Network.so\n"
         "called_from_lib:libQt6Qml.so\n"
         "called_from_lib:libQt6Quick.so\n"
         "called_from_lib:libQt6Test.so\n"
         "called_from_lib:libQt6XcbQpa.so\n"
         "called_from_lib:libdbus-1.so\n"
         "called_from_lib:libglib-2.0.so\n"
         "called_from_lib:swrast_dri.so\n"
         "deadlock:libdbus-1.so\n"
         "mutex:libdbus-1.so\n"
         "mutex:libxcb.so\n"
         "race:QEvent::type\n"
         "race:_dl_deallocate_tls\n";
}

} // extern "C"
